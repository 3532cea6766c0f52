import type { MOUNTS_KEYS } from "../../../app/spec-keys/mounts";
import { adapted, ignored, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const node = ignored("said to Docker about the host's disk; a cluster mounts no folder of a host");

/** Kubernetes: `services.*.volumes`. */
export const MOUNTS_SUPPORT: Readonly<Record<(typeof MOUNTS_KEYS)[number], Support>> = {
  "services.*.volumes": adapted(
    "a named volume is a PersistentVolumeClaim; it starts empty, not with the image's files",
  ),
  "services.*.volumes[].bind": node,
  "services.*.volumes[].bind.create_host_path": node,
  "services.*.volumes[].bind.propagation": node,
  "services.*.volumes[].bind.recursive": node,
  "services.*.volumes[].bind.selinux": node,
  "services.*.volumes[].consistency": ignored("a hint for Docker Desktop"),
  "services.*.volumes[].image": same("see its keys"),
  "services.*.volumes[].image.subpath": same("the mount's subPath"),
  "services.*.volumes[].read_only": same("the mount is read-only"),
  "services.*.volumes[].source": same("see the mount's own line"),
  "services.*.volumes[].target": same("the mount's path"),
  "services.*.volumes[].tmpfs": same("see its keys"),
  "services.*.volumes[].tmpfs.mode": ignored("an emptyDir is writable to every user of its pod"),
  "services.*.volumes[].tmpfs.size": same("the emptyDir's sizeLimit"),
  "services.*.volumes[].type": same("see the mount's own line"),
  "services.*.volumes[].volume": same("see its keys"),
  "services.*.volumes[].volume.labels": ignored("labels of an anonymous volume, which is not kept"),
  "services.*.volumes[].volume.nocopy": same("volumes start empty anyway"),
  "services.*.volumes[].volume.subpath": same("the mount's subPath"),
  "services.*.volumes_from": refused("list the volumes under this service's own volumes"),
};
