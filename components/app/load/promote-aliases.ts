import { mergeAt } from "./merge/merge";
import type { Path } from "./path";
import type { Problems } from "./problems";
import { cloneTree, isList, isMap, type TreeMap } from "./tree";

/** Gives `x-develop` and `x-initialSync` the names under which the specification took them over. */
export function promoteAliases(model: TreeMap, problems: Problems): void {
  if (!isMap(model.services)) return;
  for (const name in model.services) {
    const service = model.services[name];
    if (!isMap(service)) continue;
    promote(service, "x-develop", "develop", ["services", name], problems);
    const watch = isMap(service.develop) ? service.develop.watch : undefined;
    if (!isList(watch)) continue;
    watch.forEach((entry, index) => {
      if (!isMap(entry)) return;
      promote(
        entry,
        "x-initialSync",
        "initial_sync",
        ["services", name, "develop", "watch", index],
        problems,
      );
    });
  }
}

function promote(map: TreeMap, from: string, to: string, path: Path, problems: Problems): void {
  const value = map[from];
  if (value === undefined) return;
  delete map[from];
  const known = map[to] ?? null;
  map[to] = known === null ? value : mergeAt(cloneTree(value), known, [...path, to], problems);
}
