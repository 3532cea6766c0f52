import { mergeAt } from "../merge/merge";
import type { Problems } from "../problems";
import { CONTAINER_KEYS } from "../schema/container";
import { cloneTree, isList, isMap, mapOf, type Tree, type TreeMap } from "../tree";

/** Old keys that a container may still have; they are inherited too. */
const OLD_KEYS = new Set(["log_driver", "log_opt", "volume_driver"]);

/** Lays each `pre_start` hook over what its service says of its container, volumes aside. */
export function completePreStart(service: TreeMap, problems: Problems): void {
  const hooks = service.pre_start;
  if (!isList(hooks) || hooks.length === 0) return;
  const inherited = Object.keys(service).filter(
    key => key !== "volumes" && (Object.hasOwn(CONTAINER_KEYS, key) || OLD_KEYS.has(key)),
  );
  service.pre_start = hooks.map((hook): Tree => {
    if (!isMap(hook)) return hook;
    const base = mapOf(inherited.map(key => [key, cloneTree(service[key] ?? null)]));
    return mergeAt(base, hook, ["services", "hook"], problems);
  });
}
