import type { SERVICE_NETWORKS_KEYS } from "../../../app/spec-keys/service-networks";
import { adapted, ignored, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const address = adapted("left out: the cluster gives every pod its address; reach services by name");

/** Kubernetes: networks and ports of a service. */
export const SERVICE_NETWORKS_SUPPORT: Readonly<Record<(typeof SERVICE_NETWORKS_KEYS)[number], Support>> = {
  "services.*.networks": same("a label of the pods, by which NetworkPolicies let members reach each other"),
  "services.*.networks.*.aliases": adapted(
    "a Service each; known to the whole namespace, not to one network only",
  ),
  "services.*.networks.*.driver_opts": ignored("the cluster's network has its own driver"),
  "services.*.networks.*.gw_priority": ignored("a pod has one network interface"),
  "services.*.networks.*.interface_name": ignored("a pod has one network interface"),
  "services.*.networks.*.ipv4_address": address,
  "services.*.networks.*.ipv6_address": address,
  "services.*.networks.*.link_local_ips": address,
  "services.*.networks.*.mac_address": ignored("the cluster gives every pod its own"),
  "services.*.networks.*.priority": ignored("a pod has one network interface"),
  "services.*.ports": adapted(
    "a port of the service's ClusterIP Service; open to the world by x-towpath only",
  ),
  "services.*.ports[].app_protocol": same("the Service port's appProtocol"),
  "services.*.ports[].host_ip": ignored("no port is bound on a node"),
  "services.*.ports[].mode": ignored("no port is bound on a node"),
  "services.*.ports[].name": ignored("Service ports are named by protocol and number"),
  "services.*.ports[].protocol": same("the Service port's protocol"),
  "services.*.ports[].published": same("as said of ports"),
  "services.*.ports[].target": same("the Service's port"),
};
