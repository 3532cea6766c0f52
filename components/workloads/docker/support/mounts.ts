import type { MOUNTS_KEYS } from "../../../app/spec-keys/mounts";
import { ignored, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const bind = ignored("the folder is made by the rollout, not by Docker");
const mount = same("see the mount");

/** Docker host: `services.*.volumes`. What a bind mount becomes is decided by what it leads to. */
export const MOUNTS_SUPPORT: Readonly<Record<(typeof MOUNTS_KEYS)[number], Support>> = {
  "services.*.volumes": same("mounted as written"),
  "services.*.volumes[].bind": bind,
  "services.*.volumes[].bind.create_host_path": bind,
  "services.*.volumes[].bind.propagation": ignored("the host mounts nothing below it later"),
  "services.*.volumes[].bind.recursive": ignored("the host mounts nothing below it"),
  "services.*.volumes[].bind.selinux": ignored("hosts of the Debian family have no SELinux"),
  "services.*.volumes[].consistency": ignored("a hint for Docker Desktop"),
  "services.*.volumes[].image": mount,
  "services.*.volumes[].image.subpath": mount,
  "services.*.volumes[].read_only": mount,
  "services.*.volumes[].source": mount,
  "services.*.volumes[].target": mount,
  "services.*.volumes[].tmpfs": mount,
  "services.*.volumes[].tmpfs.mode": mount,
  "services.*.volumes[].tmpfs.size": mount,
  "services.*.volumes[].type": mount,
  "services.*.volumes[].volume": mount,
  "services.*.volumes[].volume.labels": mount,
  "services.*.volumes[].volume.nocopy": mount,
  "services.*.volumes[].volume.subpath": mount,
  "services.*.volumes_from": same("shares the mounts of the other service, and is replaced together with it"),
};
