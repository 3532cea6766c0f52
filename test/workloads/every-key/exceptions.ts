import type { SpecKey } from "../../../components/app/spec-keys";

type Target = "docker" | "kubernetes";

interface Exceptions {
  /** Absent: both. */
  readonly on?: Target;
  readonly keys: readonly SpecKey[];
  readonly why: string;
}

/** Keys that no app has once its file is loaded. */
export const NOT_GENERATED: Partial<Record<SpecKey, string>> = {
  "configs.*.external.name": "becomes name",
  include: "resolved by the loader",
  "include[].env_file": "resolved by the loader",
  "include[].path": "resolved by the loader",
  "include[].project_directory": "resolved by the loader",
  "networks.*.external.name": "becomes name",
  "secrets.*.external.name": "becomes name",
  "services.*.extends": "resolved by the loader",
  "services.*.extends.file": "resolved by the loader",
  "services.*.extends.service": "resolved by the loader",
  version: "left out by the loader",
  "volumes.*.external.name": "becomes name",
};

/** Keys without which what they are part of is no entry at all. */
export const PART_OF_ITS_ENTRY: readonly SpecKey[] = [
  "name",
  "services",
  "volumes",
  "networks",
  "services.*.ports[].target",
  "services.*.volumes[].source",
  "services.*.volumes[].target",
  "services.*.volumes[].type",
];

/** Keys that must change the plan in some files, and may say in others what holds without them. */
export const SOMETIMES_THE_DEFAULT: readonly Exceptions[] = [
  {
    keys: [
      "services.*.cap_drop",
      "services.*.deploy.mode",
      "services.*.deploy.resources.limits.cpus",
      "services.*.deploy.restart_policy.condition",
      "services.*.deploy.update_config.order",
      "services.*.healthcheck.start_period",
      "services.*.network_mode",
      "services.*.networks",
      "services.*.ports[].host_ip",
      "services.*.ports[].protocol",
      "services.*.pull_policy",
      "services.*.secrets[].target",
      "services.*.security_opt",
      "services.*.volumes[].read_only",
    ],
    why: "a value may be what holds without the key",
  },
  {
    on: "docker",
    keys: [
      "services.*.deploy.resources.reservations.cpus",
      "services.*.logging",
      "services.*.logging.driver",
      "services.*.restart",
    ],
    why: "a value may be what holds without the key",
  },
  {
    on: "kubernetes",
    keys: [
      "services.*.deploy.endpoint_mode",
      "services.*.deploy.resources.reservations.devices[].count",
      "services.*.deploy.update_config.monitor",
      "services.*.gpus[].count",
      "services.*.healthcheck.retries",
      "services.*.init",
      "services.*.networks.*.aliases",
      "services.*.pre_start[].image",
    ],
    why: "a value may be what holds without the key",
  },
  { keys: ["services.*.links"], why: "a link without an alias says what a shared network does anyway" },
  {
    keys: ["services.*.ports", "services.*.ports[].published"],
    why: "a port that x-towpath.ingress names is routed without them",
  },
  {
    on: "kubernetes",
    keys: ["services.*.depends_on.*.condition"],
    why: "DNS knows a pod once it is ready, whether Compose asks for that or not",
  },
  {
    on: "kubernetes",
    keys: ["services.*.healthcheck", "services.*.healthcheck.test", "services.*.healthcheck.disable"],
    why: "a check that is switched off is none",
  },
  {
    on: "kubernetes",
    keys: [
      "services.*.deploy.placement",
      "services.*.deploy.resources",
      "services.*.deploy.resources.limits",
      "services.*.deploy.restart_policy",
      "services.*.volumes[].tmpfs",
    ],
    why: "some of their keys are ignored",
  },
];

/** Keys that are honoured without a trace in the plan that leaving them out could show. */
export const WITHOUT_TRACE: readonly Exceptions[] = [
  {
    keys: [
      "services.*.env_file",
      "services.*.env_file[].format",
      "services.*.env_file[].path",
      "services.*.env_file[].required",
      "services.*.label_file",
      "services.*.profiles",
    ],
    why: "done by the loader; what comes of it is in environment, labels and the list of services",
  },
  { keys: ["services.*.runtime"], why: "runc is what there is; others are refused" },
  {
    keys: ["secrets", "secrets.*.environment", "secrets.*.file"],
    why: "a secret that only the builder is given is read there",
  },
  { keys: ["services.*.cap_add"], why: "CHOWN is granted without being named" },
  { keys: ["volumes.*.driver"], why: "local, or the storage class, is what there is" },
  { on: "docker", keys: ["services.*.cgroup"], why: "private is what there is without an allowance" },
  {
    on: "docker",
    keys: ["volumes.*.driver_opts", "volumes.*.external"],
    why: "the disk is the same; the user is told what it does not hold",
  },
  {
    on: "kubernetes",
    keys: ["networks.*.external"],
    why: "the policy is the same; the user is told its limit",
  },
  { on: "docker", keys: ["services.*.ports[].mode"], why: "one host has no mesh to tell them apart" },
  {
    on: "kubernetes",
    keys: ["secrets.*.labels"],
    why: "a secret that only the builder is given is no Secret",
  },
  { on: "kubernetes", keys: ["services.*.volumes[].volume.nocopy"], why: "volumes start empty anyway" },
  {
    on: "kubernetes",
    keys: ["services.*.depends_on.*.required"],
    why: "the services that are not there are gone from a loaded app",
  },
  {
    on: "kubernetes",
    keys: [
      "services.*.deploy.resources.reservations.devices[].capabilities",
      "services.*.deploy.resources.reservations.devices[].driver",
      "services.*.gpus[].capabilities",
      "services.*.gpus[].driver",
    ],
    why: "gpu and nvidia are the only values; others are refused",
  },
  { on: "kubernetes", keys: ["services.*.device_cgroup_rules"], why: "a privileged pod has every device" },
  {
    on: "kubernetes",
    keys: ["services.*.ports[].published"],
    why: "for x-towpath.publish and the implicit route",
  },
  { on: "kubernetes", keys: ["services.*.pre_start[].per_replica"], why: "what init containers are" },
  { on: "kubernetes", keys: ["services.*.restart"], why: "a pod that serves is always started again" },
];

export function isException(list: readonly Exceptions[], target: Target, key: SpecKey): boolean {
  return list.some(({ on, keys }) => (on ?? target) === target && keys.includes(key));
}
