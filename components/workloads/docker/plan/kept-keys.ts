import type { Service } from "../../../app/model/service";

/** Keys that mean on the host what they mean in Compose, and are written as they stand. */
const KEPT = [
  "annotations",
  "command",
  "entrypoint",
  "domainname",
  "hostname",
  "expose",
  "extra_hosts",
  "dns",
  "dns_opt",
  "dns_search",
  "mac_address",
  "group_add",
  "user",
  "working_dir",
  "init",
  "stdin_open",
  "tty",
  "read_only",
  "tmpfs",
  "labels",
  "healthcheck",
  "stop_grace_period",
  "stop_signal",
  "platform",
  "sysctls",
  "blkio_config",
  "cpu_shares",
  "cpuset",
  "gpus",
  "oom_score_adj",
  "shm_size",
  "volumes_from",
] as const satisfies readonly (keyof Service)[];

/** The part of a service that needs no decision. */
export function keptKeys(service: Service): Readonly<Record<string, unknown>> {
  return Object.fromEntries(KEPT.map(key => [key, service[key]]).filter(([, value]) => value != null));
}
