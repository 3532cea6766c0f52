import type { Field } from "./field";
import { hosts, listOf, texts } from "./lists";
import { environment, mapOfFields, nullable, options, strictTexts, textMap } from "./mappings";
import { alwaysSize, durationOrZero, size } from "./quantities";
import {
  alwaysFlag,
  alwaysText,
  decimal,
  flag,
  natural,
  naturalOrZero,
  optOut,
  text,
  tristate,
  whole,
} from "./scalars";
import { shape } from "./shape";
import { command, deviceCount, fileMode, ulimit } from "./special";

export const fileReferences = listOf(
  shape({ source: text, target: text, uid: text, gid: text, mode: fileMode }),
);

export const deviceRequests = listOf(
  shape({ capabilities: texts, driver: text, count: deviceCount, device_ids: texts, options: textMap }),
);

export const ulimits = mapOfFields(ulimit);

const throttles = listOf(shape({ path: alwaysText, rate: alwaysSize }));

const blkio = shape({
  weight: natural,
  weight_device: listOf(shape({ path: alwaysText, weight: { ...naturalOrZero, absent: () => 0 } })),
  device_read_bps: throttles,
  device_read_iops: throttles,
  device_write_bps: throttles,
  device_write_iops: throttles,
});

const mounts = listOf(
  shape({
    type: text,
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: shape({ propagation: text, create_host_path: optOut, recursive: text, selinux: text }),
    volume: shape({ labels: textMap, nocopy: flag, subpath: text }),
    tmpfs: shape({ size, mode: natural }),
    image: shape({ subpath: text }),
  }),
);

const attachment = shape({
  aliases: texts,
  driver_opts: options,
  gw_priority: whole,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: texts,
  mac_address: text,
  priority: whole,
  use_service_name_alias: tristate,
});

/** Every key of what runs a container: services, jobs and `pre_start` hooks. */
export const containerFields: Readonly<Record<string, Field>> = {
  annotations: textMap,
  blkio_config: blkio,
  cap_add: texts,
  cap_drop: texts,
  cgroup: text,
  cgroup_parent: text,
  command,
  configs: fileReferences,
  cpu_count: whole,
  cpu_percent: decimal,
  cpu_period: whole,
  cpu_quota: whole,
  cpu_rt_period: whole,
  cpu_rt_runtime: whole,
  cpu_shares: whole,
  cpus: decimal,
  cpuset: text,
  credential_spec: shape({ config: text, file: text, registry: text }),
  device_cgroup_rules: texts,
  devices: listOf(shape({ source: text, target: text, permissions: text })),
  dns: texts,
  dns_opt: texts,
  dns_search: texts,
  domainname: text,
  entrypoint: command,
  env_file: listOf(shape({ path: text, required: optOut, format: text })),
  environment,
  extra_hosts: hosts,
  gpus: deviceRequests,
  group_add: texts,
  hostname: text,
  image: text,
  init: tristate,
  ipc: text,
  isolation: text,
  label_file: texts,
  labels: textMap,
  logging: shape({ driver: text, options }),
  mac_address: text,
  mem_limit: size,
  mem_reservation: size,
  mem_swappiness: size,
  memswap_limit: size,
  models: mapOfFields(nullable(shape({ endpoint_var: text, model_var: text }))),
  network_mode: text,
  networks: mapOfFields(nullable(attachment)),
  oom_kill_disable: flag,
  oom_score_adj: whole,
  pid: text,
  pids_limit: whole,
  platform: text,
  privileged: flag,
  pull_policy: text,
  pull_refresh_after: text,
  read_only: flag,
  runtime: text,
  secrets: fileReferences,
  security_opt: texts,
  shm_size: size,
  stop_grace_period: durationOrZero,
  stop_signal: text,
  storage_opt: strictTexts,
  sysctls: textMap,
  tmpfs: texts,
  ulimits,
  umask: naturalOrZero,
  use_api_socket: flag,
  user: text,
  userns_mode: text,
  uts: text,
  volumes: mounts,
  volumes_from: texts,
  working_dir: text,
};

export const dependency = shape({ condition: text, restart: flag, required: alwaysFlag });
