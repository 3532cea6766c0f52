import { adapted, ignored, refused, same } from "../../shared/verdicts";

const windows = refused("remove it: Windows containers are not run here");
const optIn = adapted("granted when x-towpath.allow says so");

/** Kubernetes: the service keys that say how far a container is kept apart from its host. */
export const SERVICE_ISOLATION_SUPPORT = {
  "services.*.cap_add": adapted("added after all capabilities are dropped"),
  "services.*.cap_drop": adapted("all capabilities are dropped anyway; those named are not added back"),
  "services.*.cgroup": ignored("the kubelet places every container"),
  "services.*.cgroup_parent": ignored("the kubelet places every container"),
  "services.*.credential_spec": windows,
  "services.*.credential_spec.config": windows,
  "services.*.credential_spec.file": windows,
  "services.*.credential_spec.registry": windows,
  "services.*.device_cgroup_rules": optIn,
  "services.*.devices": optIn,
  "services.*.devices[].permissions": same("as said of devices"),
  "services.*.devices[].source": same("as said of devices"),
  "services.*.devices[].target": same("as said of devices"),
  "services.*.group_add": adapted("supplementalGroups; numbers only"),
  "services.*.ipc": adapted("host when x-towpath.allow says so; others have memory of their own pod"),
  "services.*.isolation": ignored("a choice of Windows isolation"),
  "services.*.pid": adapted("host when x-towpath.allow says so; others have processes of their own pod"),
  "services.*.privileged": optIn,
  "services.*.read_only": same("readOnlyRootFilesystem, with an emptyDir at /tmp"),
  "services.*.runtime": adapted("runc and nvidia are the node's own; any other runtime is refused"),
  "services.*.security_opt": adapted("seccomp and AppArmor profiles by their Kubernetes fields"),
  "services.*.sysctls": adapted("safe ones are set; others when x-towpath.allow has unsafe-sysctls"),
  "services.*.use_api_socket": refused("remove it: there is no Docker to control on a cluster"),
  "services.*.user": same("runAsUser and runAsGroup"),
  "services.*.userns_mode": ignored("host is what a pod has; no more is granted by it"),
  "services.*.uts": ignored("a pod has a host name of its own"),
} as const;
