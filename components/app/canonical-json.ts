import { type Pattern, patterns, under } from "./load/pattern";
import type { App } from "./model";

/** Keys that are data of the user: `x-` has no meaning there. */
const CONTAINER_NAMES = [
  "annotations",
  "build.additional_contexts",
  "build.args",
  "build.labels",
  "build.ulimits",
  "depends_on",
  "deploy.labels",
  "deploy.resources.reservations.devices.*.options",
  "develop.watch.*.exec.environment",
  "environment",
  "gpus.*.options",
  "labels",
  "logging.options",
  "models",
  "networks",
  "networks.*.driver_opts",
  "post_start.*.environment",
  "pre_stop.*.environment",
  "provider.options",
  "storage_opt",
  "sysctls",
  "ulimits",
  "volumes.*.volume.labels",
];

const RESOURCE_NAMES = ["driver_opts", "labels", "ipam.options", "ipam.config.*.aux_addresses"];

const USER_KEYS = patterns<true>({
  ...keyed("", ["services", "jobs", "networks", "volumes", "configs", "secrets"]),
  ...keyed("services.*.", CONTAINER_NAMES),
  ...keyed("services.*.pre_start.*.", CONTAINER_NAMES),
  ...keyed("jobs.*.", CONTAINER_NAMES),
  ...keyed("networks.*.", RESOURCE_NAMES),
  ...keyed("volumes.*.", RESOURCE_NAMES),
  ...keyed("configs.*.", RESOURCE_NAMES),
  ...keyed("secrets.*.", RESOURCE_NAMES),
});

function keyed(prefix: string, paths: readonly string[]): Record<string, true> {
  return Object.fromEntries(paths.map(path => [prefix + path, true]));
}

/** Parts that the reference prints only when there is something in them. */
const PARTS = ["networks", "volumes", "configs", "secrets", "jobs"] as const;

/** The model in the shape that `docker compose config --format json` prints: `x-` keys only at the top. */
export function canonicalJson(app: App): Record<string, unknown> {
  const json: Record<string, unknown> = {
    name: app.name,
    services: render(app.services, USER_KEYS.keys.get("services")),
  };
  for (const part of PARTS) {
    const value = app[part];
    if (value !== undefined && Object.keys(value).length > 0)
      json[part] = render(value, USER_KEYS.keys.get(part));
  }
  for (const config of Object.values(json.configs ?? {})) {
    if (isObject(config) && config.environment !== undefined) delete config.content;
  }
  for (const [key, value] of Object.entries(app)) if (key.startsWith("x-")) json[key] = value;
  return json;
}

function render(value: unknown, at: Pattern<true> | undefined): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => render(entry, under(at, index)));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => at?.rule === true || !key.startsWith("x-"));
  const blkio = kept.map(([key, entry]): [string, unknown] => [
    key,
    key === "blkio_config" ? upperCased(entry) : render(entry, under(at, key)),
  ]);
  return Object.fromEntries(blkio);
}

/** The reference prints the devices of `blkio_config` as `Path`, `Rate` and `Weight`. */
function upperCased(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, Array.isArray(entry) ? entry.map(capitals) : entry]),
  );
}

function capitals(value: unknown): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry]) => [
    `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`,
    entry,
  ]);
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
