import type { Path } from "../path";
import { type Pattern, patterns } from "../pattern";
import { emptyMap, isList, isMap, mapOf, sameTree, type Tree, type TreeMap } from "../tree";
import type { Merge } from "./merge";
import { appendNew, asSequence } from "./sequences";
import { byKey, uniqueEntries } from "./unique";

/** Where a rule is applied, and the walk to go on with below it. */
export interface MergeContext {
  readonly merge: Merge;
  readonly path: Path;
  readonly rules: Pattern<MergeRule>;
}

/** How two values that stand at the same path become one. */
export type MergeRule = (base: Tree, over: Tree, at: MergeContext) => Tree;

const replace: MergeRule = (_, over) => over;

const append: MergeRule = (base, over) => appendNew(asSequence(base), asSequence(over));

const perKey: MergeRule = (base, over) => uniqueEntries([...asSequence(base), ...asSequence(over)], byKey);

const build: MergeRule = (base, over, at) =>
  at.merge.maps(longBuild(base), longBuild(over), at.path, at.rules);

const asKeys: MergeRule = (base, over, at) => keyed(base, over, at, () => null);

const dependsOn: MergeRule = (base, over, at) =>
  keyed(base, over, at, () =>
    mapOf([
      ["condition", "service_started"],
      ["required", true],
    ]),
  );

/** Options are merged only when both name the same driver, or one of them none. */
const logging: MergeRule = (base, over, at) => {
  if (!isMap(base) || !isMap(over)) return at.merge.clash(base, at.path, "a mapping");
  const other = base.driver !== undefined && over.driver !== undefined && base.driver !== over.driver;
  return other ? over : at.merge.maps(base, over, at.path, at.rules);
};

const ulimit: MergeRule = (base, over, at) =>
  isMap(base) && isMap(over) ? at.merge.maps(base, over, at.path, at.rules) : over;

/** Pools of the same subnet become one. */
const ipamConfig: MergeRule = (base, over, at) => {
  if (!isList(base) || !isList(over)) return at.merge.clash(base, at.path, "a list");
  const pools: TreeMap[] = [];
  const indexOf = (pool: TreeMap) =>
    pools.findIndex(known => sameTree(known.subnet ?? null, pool.subnet ?? null));
  for (const known of base.filter(isMap)) {
    for (const pool of over.filter(isMap)) {
      if (!sameTree(pool.subnet ?? null, known.subnet ?? null) && indexOf(pool) < 0) {
        pools.push(pool);
        continue;
      }
      const merged = at.merge.maps(known, pool, at.path, at.rules);
      const index = indexOf(merged);
      if (index >= 0) pools[index] = merged;
      else pools.push(merged);
    }
  }
  return pools;
};

function keyed(base: Tree, over: Tree, at: MergeContext, make: () => Tree): Tree {
  const known = asMapping(base, make);
  const more = asMapping(over, make);
  if (known === undefined || more === undefined)
    return at.merge.clash(base, at.path, "a list or a mapping of names");
  return at.merge.maps(known, more, at.path, at.rules);
}

function asMapping(value: Tree, make: () => Tree): TreeMap | undefined {
  if (value === null) return emptyMap();
  if (isMap(value)) return value;
  if (typeof value === "string") return mapOf([[value, make()]]);
  if (!isList(value) || !value.every(name => typeof name === "string")) return undefined;
  return mapOf(value.map(name => [String(name), make()]));
}

function longBuild(value: Tree): TreeMap {
  if (isMap(value)) return value;
  return typeof value === "string" ? mapOf([["context", value]]) : emptyMap();
}

const WORKLOAD: Readonly<Record<string, MergeRule>> = {
  annotations: perKey,
  build,
  "build.args": perKey,
  "build.additional_contexts": perKey,
  "build.extra_hosts": append,
  "build.labels": perKey,
  command: replace,
  depends_on: dependsOn,
  dns: append,
  dns_opt: append,
  dns_search: append,
  entrypoint: replace,
  env_file: append,
  label_file: append,
  environment: perKey,
  extra_hosts: append,
  "healthcheck.test": replace,
  labels: perKey,
  "volumes.*.volume.labels": perKey,
  logging,
  models: asKeys,
  networks: asKeys,
  sysctls: perKey,
  tmpfs: append,
  "ulimits.*": ulimit,
};

/** The paths that are not merged as plain mappings, lists and scalars are. */
export const MERGE_RULES = patterns<MergeRule>({
  "networks.*.ipam.config": ipamConfig,
  "networks.*.labels": perKey,
  "volumes.*.labels": perKey,
  "secrets.*.labels": perKey,
  "configs.*.labels": perKey,
  "services.*.deploy.labels": perKey,
  ...Object.fromEntries(Object.entries(WORKLOAD).map(([path, rule]) => [`services.*.${path}`, rule])),
  ...Object.fromEntries(Object.entries(WORKLOAD).map(([path, rule]) => [`jobs.*.${path}`, rule])),
});
