import { type Pattern, patterns, under } from "./pattern";
import { textOf } from "./text";
import { isList, isMap, type Tree, type TreeMap } from "./tree";

type Default = (value: TreeMap) => void;

const devices: Default = value => {
  if (value.count === undefined && value.device_ids === undefined) value.count = "all";
};

const WORKLOAD: Readonly<Record<string, Default>> = {
  build: value => {
    value.context ??= ".";
  },
  "secrets.*": value => {
    value.target ??= `/run/secrets/${textOf(value.source ?? null)}`;
  },
  "ports.*": value => {
    value.protocol ??= "tcp";
    value.mode ??= "ingress";
  },
  "gpus.*": devices,
  "volumes.*.bind": value => {
    value.create_host_path ??= true;
  },
};

const DEFAULTS = patterns<Default>({
  ...Object.fromEntries(Object.entries(WORKLOAD).map(([path, rule]) => [`services.*.${path}`, rule])),
  ...Object.fromEntries(Object.entries(WORKLOAD).map(([path, rule]) => [`jobs.*.${path}`, rule])),
  "services.*.deploy.resources.reservations.devices.*": devices,
});

/** Fills in what the specification says where nothing is said. Changes the model. */
export function setDefaults(model: TreeMap): void {
  visit(model, DEFAULTS);
}

function visit(value: Tree, at: Pattern<Default> | undefined): void {
  if (at === undefined) return;
  if (isMap(value)) {
    at.rule?.(value);
    for (const key in value) visit(value[key] ?? null, under(at, key));
  } else if (isList(value)) {
    for (const [index, entry] of value.entries()) visit(entry, under(at, index));
  }
}
