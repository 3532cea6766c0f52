import type { SERVICE_NETWORKS_KEYS } from "../../../app/spec-keys/service-networks";
import { adapted, ignored, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const attachment = same("joined as written");
const port = same("see the port");

/** Docker host: networks and ports of a service. */
export const SERVICE_NETWORKS_SUPPORT: Readonly<Record<(typeof SERVICE_NETWORKS_KEYS)[number], Support>> = {
  "services.*.networks": attachment,
  "services.*.networks.*.aliases": attachment,
  "services.*.networks.*.driver_opts": attachment,
  "services.*.networks.*.gw_priority": attachment,
  "services.*.networks.*.interface_name": attachment,
  "services.*.networks.*.ipv4_address": same("kept; the service is stopped before its successor starts"),
  "services.*.networks.*.ipv6_address": same("kept; the service is stopped before its successor starts"),
  "services.*.networks.*.link_local_ips": attachment,
  "services.*.networks.*.mac_address": attachment,
  "services.*.networks.*.priority": attachment,
  "services.*.ports": adapted(
    "bound to 127.0.0.1 of the host; the world comes in through the proxy or x-towpath.publish",
  ),
  "services.*.ports[].app_protocol": ignored("a hint that Docker does not read"),
  "services.*.ports[].host_ip": same("see the port"),
  "services.*.ports[].mode": same("the same on one host"),
  "services.*.ports[].name": ignored("a name for people"),
  "services.*.ports[].protocol": port,
  "services.*.ports[].published": port,
  "services.*.ports[].target": port,
};
