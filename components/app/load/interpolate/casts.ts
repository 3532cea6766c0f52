import { patterns } from "../pattern";
import type { Scalar } from "../tree";
import { asFloat, integerScalar } from "../yaml/scalar";

/** Reads a text as another type; `read` gives undefined when it is none. */
export interface Cast {
  readonly name: string;
  readonly example: string;
  readonly read: (text: string) => Scalar | undefined;
}

export const WHOLE: Cast = { name: "whole number", example: "a number such as 3", read: decimal };
export const FLOAT: Cast = { name: "number", example: "a number such as 0.5", read: float };
const FLOAT32: Cast = { ...FLOAT, read: text => single(float(text)) };
export const BOOLEAN: Cast = { name: "boolean", example: "true or false", read: boolean };
const UMASK: Cast = { name: "file mode mask", example: "octal digits such as 0022", read: umask };

const CONTAINER: Readonly<Record<string, Cast>> = {
  cpu_count: WHOLE,
  cpu_percent: FLOAT,
  cpu_period: WHOLE,
  cpu_quota: WHOLE,
  cpu_rt_period: WHOLE,
  cpu_rt_runtime: WHOLE,
  cpus: FLOAT32,
  cpu_shares: WHOLE,
  init: BOOLEAN,
  "networks.*.use_service_name_alias": BOOLEAN,
  oom_kill_disable: BOOLEAN,
  oom_score_adj: WHOLE,
  pids_limit: WHOLE,
  privileged: BOOLEAN,
  read_only: BOOLEAN,
  umask: UMASK,
  "ulimits.*": WHOLE,
  "ulimits.*.hard": WHOLE,
  "ulimits.*.soft": WHOLE,
  "volumes.*.read_only": BOOLEAN,
  "volumes.*.volume.nocopy": BOOLEAN,
};

const WORKLOAD: Readonly<Record<string, Cast>> = {
  "depends_on.*.required": BOOLEAN,
  "depends_on.*.restart": BOOLEAN,
  "healthcheck.retries": WHOLE,
  "healthcheck.disable": BOOLEAN,
  "ports.*.target": WHOLE,
  stdin_open: BOOLEAN,
  tty: BOOLEAN,
};

const SERVICE: Readonly<Record<string, Cast>> = {
  "deploy.replicas": WHOLE,
  "deploy.update_config.parallelism": WHOLE,
  "deploy.update_config.max_failure_ratio": FLOAT,
  "deploy.rollback_config.parallelism": WHOLE,
  "deploy.rollback_config.max_failure_ratio": FLOAT,
  "deploy.restart_policy.max_attempts": WHOLE,
  "deploy.placement.max_replicas_per_node": WHOLE,
  scale: WHOLE,
};

const TOP_LEVEL: Readonly<Record<string, Cast>> = {
  "networks.*.external": BOOLEAN,
  "networks.*.internal": BOOLEAN,
  "networks.*.attachable": BOOLEAN,
  "networks.*.enable_ipv4": BOOLEAN,
  "networks.*.enable_ipv6": BOOLEAN,
  "volumes.*.external": BOOLEAN,
  "secrets.*.external": BOOLEAN,
  "configs.*.external": BOOLEAN,
};

/** Where a text means a number or a boolean once variables are in. */
export const CASTS = patterns<Cast>({
  ...TOP_LEVEL,
  ...prefixed("services.*", CONTAINER),
  ...prefixed("services.*", WORKLOAD),
  ...prefixed("services.*", SERVICE),
  ...prefixed("services.*.pre_start.*", CONTAINER),
  ...prefixed("jobs.*", CONTAINER),
  ...prefixed("jobs.*", WORKLOAD),
});

function prefixed(prefix: string, table: Readonly<Record<string, Cast>>): Record<string, Cast> {
  return Object.fromEntries(Object.entries(table).map(([path, cast]) => [`${prefix}.${path}`, cast]));
}

function decimal(text: string): number | bigint | undefined {
  if (!/^[-+]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ""));
  if (BigInt.asIntN(64, value) !== value) return undefined;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function float(text: string): Scalar | undefined {
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? asFloat(value) : undefined;
}

function single(value: Scalar | undefined): Scalar | undefined {
  return typeof value === "number" ? Math.fround(value) : value;
}

function boolean(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (["true", "y", "yes", "on"].includes(word)) return true;
  if (["false", "n", "no", "off"].includes(word)) return false;
  return undefined;
}

function umask(text: string): number | undefined {
  const value = integerScalar(text.replaceAll("_", ""));
  return typeof value === "number" && value >= 0 && value < 2 ** 32 ? value : undefined;
}
