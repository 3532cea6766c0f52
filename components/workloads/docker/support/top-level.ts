import type { TOP_LEVEL_KEYS } from "../../../app/spec-keys/top-level";
import { adapted, ignored, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const network = same("kept");
const merged = same("resolved before planning, as Compose does");
const models = refused("run the model as a service of its own and give its address in environment");
const driver = refused("write file:, environment: or external: true");
const label = ignored("a label of a store that the host does not have");
const stackSecret = adapted("the value comes from the stack's secret towpath:secrets");
const dataVolume = adapted("a disk of its own, mounted at /srv/towpath/volumes on the host");

/** Docker host: the top level of a file. */
export const TOP_LEVEL_SUPPORT: Readonly<Record<(typeof TOP_LEVEL_KEYS)[number], Support>> = {
  configs: same("files of the release, mounted read-only"),
  "configs.*.content": same("a file of the release"),
  "configs.*.environment": adapted("kept as a secret, since the value is not in the file"),
  "configs.*.external": stackSecret,
  "configs.*.external.name": stackSecret,
  "configs.*.file": same("a file of the release"),
  "configs.*.labels": label,
  "configs.*.name": ignored("the file is named after its content"),
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
  name: same("the Compose project on the host"),
  networks: network,
  "networks.*.attachable": network,
  "networks.*.driver": network,
  "networks.*.driver_opts": network,
  "networks.*.enable_ipv4": network,
  "networks.*.enable_ipv6": network,
  "networks.*.external": adapted("made on the host by the rollout when it is not there"),
  "networks.*.external.name": network,
  "networks.*.internal": network,
  "networks.*.ipam": network,
  "networks.*.ipam.config": network,
  "networks.*.ipam.config[].aux_addresses": network,
  "networks.*.ipam.config[].gateway": network,
  "networks.*.ipam.config[].ip_range": network,
  "networks.*.ipam.config[].subnet": network,
  "networks.*.ipam.driver": network,
  "networks.*.ipam.options": network,
  "networks.*.labels": network,
  "networks.*.name": network,
  secrets: adapted("an encrypted parameter, fetched at rollout into a tmpfs file that is mounted read-only"),
  "secrets.*.driver": driver,
  "secrets.*.driver_opts": driver,
  "secrets.*.environment": same("read where towpath runs"),
  "secrets.*.external": stackSecret,
  "secrets.*.external.name": stackSecret,
  "secrets.*.file": same("read where towpath runs"),
  "secrets.*.labels": label,
  "secrets.*.name": ignored("the parameter is named after the secret's key"),
  "secrets.*.template_driver": refused("write the secret's final content"),
  services: adapted(
    "each container runs with no-new-privileges, few capabilities, limits and rotated logs, and is restarted " +
      "unless the file says otherwise",
  ),
  version: ignored("obsolete: Compose reads every file by the current specification"),
  volumes: dataVolume,
  "volumes.*.driver": adapted("local is kept; the host has no other"),
  "volumes.*.driver_opts": adapted("network and tmpfs mounts are kept; a folder of the host becomes a disk"),
  "volumes.*.external": adapted("made when it is not there, and kept on destroy like every data volume"),
  "volumes.*.external.name": dataVolume,
  "volumes.*.labels": same("kept"),
  "volumes.*.name": ignored("the disk goes by the volume's key"),
};
