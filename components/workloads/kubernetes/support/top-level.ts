import type { TOP_LEVEL_KEYS } from "../../../app/spec-keys/top-level";
import { adapted, ignored, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const network = ignored("the cluster's network has its own driver and addresses");
const models = refused("run the model as a service of its own and give its address in environment");
const merged = same("resolved before planning, as Compose does");
const external = adapted("the value comes from the stack's secret towpath:secrets");
const driver = refused("write file, environment or external: true");

/** Kubernetes: the top level of a file. */
export const TOP_LEVEL_SUPPORT: Readonly<Record<(typeof TOP_LEVEL_KEYS)[number], Support>> = {
  configs: same("a ConfigMap by content, 1 MiB at most"),
  "configs.*.content": same("the ConfigMap's content"),
  "configs.*.environment": adapted("kept in a Secret, since the value is not in the file"),
  "configs.*.external": external,
  "configs.*.external.name": external,
  "configs.*.file": same("the ConfigMap's content"),
  "configs.*.labels": adapted("annotations of the ConfigMap"),
  "configs.*.name": ignored("the ConfigMap is named after its key"),
  "configs.*.template_driver": refused("write the config's final content"),
  include: merged,
  "include[].env_file": merged,
  "include[].path": merged,
  "include[].project_directory": merged,
  models,
  "models.*.context_size": models,
  "models.*.model": models,
  "models.*.name": models,
  "models.*.runtime_flags": models,
  name: same("the namespace, unless the settings name another"),
  networks: adapted("a NetworkPolicy each: members reach each other, nobody else does"),
  "networks.*.attachable": ignored("no container joins from outside the namespace"),
  "networks.*.driver": network,
  "networks.*.driver_opts": network,
  "networks.*.enable_ipv4": network,
  "networks.*.enable_ipv6": network,
  "networks.*.external": adapted("a network of this app alone: other apps' pods are not let in"),
  "networks.*.external.name": adapted("a network of this app alone: other apps' pods are not let in"),
  "networks.*.internal": same("no way to the internet for services that are on internal networks only"),
  "networks.*.ipam": network,
  "networks.*.ipam.config": network,
  "networks.*.ipam.config[].aux_addresses": network,
  "networks.*.ipam.config[].gateway": network,
  "networks.*.ipam.config[].ip_range": network,
  "networks.*.ipam.config[].subnet": network,
  "networks.*.ipam.driver": network,
  "networks.*.ipam.options": network,
  "networks.*.labels": ignored("there is no network object to label"),
  "networks.*.name": ignored("the NetworkPolicy is named after its key"),
  secrets: adapted("a Secret, filled at the rollout; its value is in no plan and no rendered file"),
  "secrets.*.driver": driver,
  "secrets.*.driver_opts": driver,
  "secrets.*.environment": adapted("read where towpath runs, kept in a Secret"),
  "secrets.*.external": external,
  "secrets.*.external.name": external,
  "secrets.*.file": adapted("read where towpath runs, kept in a Secret"),
  "secrets.*.labels": adapted("annotations of the Secret"),
  "secrets.*.name": ignored("the Secret is named after its key"),
  "secrets.*.template_driver": driver,
  services: same("a Deployment, StatefulSet, DaemonSet or Job each, with a Service"),
  version: ignored("obsolete; the specification has no versions"),
  volumes: adapted("a PersistentVolumeClaim each; two services that share one run on one node"),
  "volumes.*.driver": adapted("the cluster's storage class in place of the driver"),
  "volumes.*.driver_opts": ignored("options of Docker's driver; the storage class has its own"),
  "volumes.*.external": adapted(
    "an existing PersistentVolumeClaim of that name, which is not made or removed",
  ),
  "volumes.*.external.name": adapted(
    "an existing PersistentVolumeClaim of that name, which is not made or removed",
  ),
  "volumes.*.labels": adapted("annotations of the PersistentVolumeClaim"),
  "volumes.*.name": ignored("the claim is named after its key"),
};
