import {
  ANY,
  type Check,
  COMMAND,
  closed,
  DICT,
  DRIVER_OPTIONS,
  FLAG,
  listOf,
  NUMBER,
  named,
  object,
  oneOf,
  orEmpty,
  TEXT,
  TEXT_OR_LIST,
  TEXTS,
  UNIQUE_TEXTS,
  WHOLE,
} from "./check";
import { DEVICE_REQUEST } from "./device-request";
import { MOUNT } from "./mount";

export const FILE_REFERENCES = listOf({
  text: true,
  ...object({ source: TEXT, target: TEXT, uid: TEXT, gid: TEXT, mode: NUMBER }),
});

export const ENV_FILE: Check = {
  text: true,
  ...listOf({ text: true, ...closed({ path: TEXT, format: TEXT, required: FLAG }, ["path"]) }),
};

export const EXTRA_HOSTS: Check = {
  map: { values: { text: true, ...TEXTS }, names: /./ },
  ...UNIQUE_TEXTS,
};

export const ULIMITS: Check = {
  map: {
    values: { integer: true, text: true, ...object({ hard: WHOLE, soft: WHOLE }, ["soft", "hard"]) },
    names: /^[a-z]+$/,
    free: true,
  },
};

const LIMIT = closed({ path: TEXT, rate: WHOLE });

const BLKIO = closed({
  device_read_bps: listOf(LIMIT),
  device_read_iops: listOf(LIMIT),
  device_write_bps: listOf(LIMIT),
  device_write_iops: listOf(LIMIT),
  weight: WHOLE,
  weight_device: listOf(closed({ path: TEXT, weight: WHOLE })),
});

const ATTACHMENT = object({
  aliases: UNIQUE_TEXTS,
  interface_name: TEXT,
  ipv4_address: TEXT,
  ipv6_address: TEXT,
  link_local_ips: UNIQUE_TEXTS,
  mac_address: TEXT,
  driver_opts: DRIVER_OPTIONS,
  priority: { number: true },
  gw_priority: { number: true },
  use_service_name_alias: FLAG,
});

const MODEL = object({ endpoint_var: TEXT, model_var: TEXT });

const PULL_POLICY: Check = {
  text: {
    pattern: /^(always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+)$/,
    instead: "always, never, missing, build, refresh, daily, weekly or every_<duration>",
  },
};

/** Keys of whatever runs a container: services, jobs and `pre_start` hooks. */
export const CONTAINER_KEYS: Readonly<Record<string, Check>> = {
  annotations: DICT,
  blkio_config: BLKIO,
  cap_add: UNIQUE_TEXTS,
  cap_drop: UNIQUE_TEXTS,
  cgroup: oneOf("host", "private"),
  cgroup_parent: TEXT,
  command: COMMAND,
  configs: FILE_REFERENCES,
  cpu_count: { text: true, integer: { min: 0, max: Number.MAX_SAFE_INTEGER } },
  cpu_percent: { text: true, integer: { min: 0, max: 100 } },
  cpu_shares: NUMBER,
  cpu_quota: NUMBER,
  cpu_period: NUMBER,
  cpu_rt_period: NUMBER,
  cpu_rt_runtime: NUMBER,
  cpus: NUMBER,
  cpuset: TEXT,
  credential_spec: object({ config: TEXT, file: TEXT, registry: TEXT }),
  device_cgroup_rules: UNIQUE_TEXTS,
  devices: listOf({
    text: true,
    ...object({ source: TEXT, target: TEXT, permissions: TEXT }, ["source", "target"]),
  }),
  dns: TEXT_OR_LIST,
  dns_opt: UNIQUE_TEXTS,
  dns_search: TEXT_OR_LIST,
  domainname: TEXT,
  entrypoint: COMMAND,
  env_file: ENV_FILE,
  label_file: { text: true, ...TEXTS },
  environment: DICT,
  extra_hosts: EXTRA_HOSTS,
  gpus: { text: { oneOf: ["all"] }, ...listOf(object(DEVICE_REQUEST)) },
  group_add: { list: { items: NUMBER, unique: true } },
  hostname: TEXT,
  image: TEXT,
  init: FLAG,
  ipc: TEXT,
  isolation: TEXT,
  labels: DICT,
  logging: object({
    driver: TEXT,
    options: { map: { values: { text: true, number: true, empty: true }, names: /./, free: true } },
  }),
  mac_address: TEXT,
  mem_limit: NUMBER,
  mem_reservation: WHOLE,
  mem_swappiness: WHOLE,
  memswap_limit: NUMBER,
  network_mode: TEXT,
  models: { ...UNIQUE_TEXTS, map: { values: orEmpty(MODEL), names: /^[a-zA-Z0-9._-]+$/, free: true } },
  networks: { ...UNIQUE_TEXTS, ...named(orEmpty(ATTACHMENT)) },
  oom_kill_disable: FLAG,
  oom_score_adj: { text: true, integer: { min: -1000, max: 1000 } },
  pid: orEmpty(TEXT),
  pids_limit: NUMBER,
  platform: TEXT,
  privileged: FLAG,
  pull_policy: PULL_POLICY,
  pull_refresh_after: TEXT,
  read_only: FLAG,
  runtime: TEXT,
  security_opt: UNIQUE_TEXTS,
  shm_size: NUMBER,
  secrets: FILE_REFERENCES,
  sysctls: DICT,
  stop_grace_period: TEXT,
  stop_signal: TEXT,
  storage_opt: { map: { values: ANY, names: /^/ } },
  tmpfs: TEXT_OR_LIST,
  ulimits: ULIMITS,
  umask: { text: true, empty: true, integer: { min: 0, max: 4_294_967_295 } },
  use_api_socket: { boolean: true },
  user: TEXT,
  uts: TEXT,
  userns_mode: TEXT,
  volumes: { list: { items: { text: true, ...MOUNT }, unique: true } },
  volumes_from: UNIQUE_TEXTS,
  working_dir: TEXT,
};
