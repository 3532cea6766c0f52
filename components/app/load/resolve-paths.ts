import { isWindowsAbsolute, joinPath } from "./go-path";
import { type Pattern, patterns, under } from "./pattern";
import { isList, isMap, type Tree, type TreeMap } from "./tree";

/** Makes paths of one folder; `home` is what `~` stands for. */
interface Base {
  readonly folder: string;
  readonly home: string;
  readonly realPath: (path: string) => string;
}

type Resolve = (value: Tree, base: Base) => Tree;

const path: Resolve = (value, base) => {
  if (isList(value)) return value.map(entry => path(entry, base));
  if (typeof value !== "string" || value === "") return value;
  const expanded = expandHome(value, base.home);
  return expanded.startsWith("/") ? expanded : joinPath(base.folder, expanded);
};

/** A path that may be one of Windows, for a daemon elsewhere. */
const anyPath: Resolve = (value, base) => {
  if (typeof value !== "string") return value;
  const expanded = expandHome(value, base.home);
  return expanded.startsWith("/") || isWindowsAbsolute(expanded) ? expanded : joinPath(base.folder, expanded);
};

const REMOTE = /:\/\/|^service:|^github\.com\/|^git@/;
const context: Resolve = (value, base) =>
  typeof value === "string" && REMOTE.test(value) ? value : path(value, base);

const watched: Resolve = (value, base) => {
  const found = path(value, base);
  return typeof found === "string" ? base.realPath(found) : found;
};

const mount: Resolve = (value, base) => {
  if (isMap(value) && value.type === "bind" && value.source !== undefined)
    value.source = anyPath(value.source, base);
  return value;
};

/** A `local` volume bound to a folder of the host. */
const volume: Resolve = (value, base) => {
  if (!isMap(value) || value.driver !== "local" || !isMap(value.driver_opts)) return value;
  const options = value.driver_opts;
  if (options.o === "bind" && options.device !== undefined) options.device = anyPath(options.device, base);
  return value;
};

const WORKLOAD: Readonly<Record<string, Resolve>> = {
  "build.context": context,
  "build.additional_contexts.*": context,
  "build.ssh.*": anyPath,
  "env_file.*.path": path,
  "label_file.*": path,
  "extends.file": path,
  "volumes.*": mount,
};

const PATHS = patterns<Resolve>({
  ...Object.fromEntries(Object.entries(WORKLOAD).map(([key, rule]) => [`services.*.${key}`, rule])),
  ...Object.fromEntries(Object.entries(WORKLOAD).map(([key, rule]) => [`jobs.*.${key}`, rule])),
  "services.*.develop.watch.*.path": watched,
  "services.*.pre_start.*.env_file.*.path": path,
  "services.*.pre_start.*.label_file.*": path,
  "services.*.pre_start.*.volumes.*": mount,
  "configs.*.file": anyPath,
  "secrets.*.file": anyPath,
  "volumes.*": volume,
});

/** Makes every path of a model start from a folder. Changes the model. */
export function resolvePaths(model: TreeMap, base: Base): void {
  for (const key in model) model[key] = visit(model[key] ?? null, under(PATHS, key), base);
}

function visit(value: Tree, at: Pattern<Resolve> | undefined, base: Base): Tree {
  if (at === undefined) return value;
  if (at.rule !== undefined) return at.rule(value, base);
  if (isMap(value)) for (const key in value) value[key] = visit(value[key] ?? null, under(at, key), base);
  return isList(value) ? value.map((entry, index) => visit(entry, under(at, index), base)) : value;
}

function expandHome(value: string, home: string): string {
  return value.startsWith("~") ? joinPath(home, value.slice(1)) : value;
}
