import { adapted, ignored, refused, same } from "../../shared/verdicts";

const windows = refused("remove it: Windows containers are not run here");
const optIn = adapted("granted when x-towpath.allow says so");

/** Docker host: the service keys that say how far a container is kept apart from its host. */
export const SERVICE_ISOLATION_SUPPORT = {
  "services.*.cap_add": adapted("granted after all capabilities are dropped"),
  "services.*.cap_drop": same("dropped, like every capability that containers seldom need"),
  "services.*.cgroup": adapted("host needs privileged in x-towpath.allow; private is the default"),
  "services.*.cgroup_parent": ignored("the limits are the container's own"),
  "services.*.credential_spec": windows,
  "services.*.credential_spec.config": windows,
  "services.*.credential_spec.file": windows,
  "services.*.credential_spec.registry": windows,
  "services.*.device_cgroup_rules": optIn,
  "services.*.devices": optIn,
  "services.*.devices[].permissions": same("see the device"),
  "services.*.devices[].source": same("see the device"),
  "services.*.devices[].target": same("see the device"),
  "services.*.group_add": same("kept"),
  "services.*.ipc": same("kept; host needs host-ipc in x-towpath.allow"),
  "services.*.isolation": ignored("a choice of Windows isolation"),
  "services.*.pid": same("kept; host needs host-pid in x-towpath.allow"),
  "services.*.privileged": optIn,
  "services.*.read_only": same("kept"),
  "services.*.runtime": same("runc is the host's; any other runtime is refused"),
  "services.*.security_opt": same(
    "kept; no-new-privileges is always on, unconfined profiles need unconfined",
  ),
  "services.*.sysctls": same("kept: Docker allows only those that belong to the container"),
  "services.*.use_api_socket": refused("add docker-socket to the service's x-towpath.allow, or remove it"),
  "services.*.user": same("kept"),
  "services.*.userns_mode": ignored("the host remaps no users"),
  "services.*.uts": adapted("host needs privileged in x-towpath.allow"),
} as const;
