import type { Path } from "../path";
import { type Pattern, under } from "../pattern";
import type { Problems } from "../problems";
import { isList, isMap, type Tree, type TreeMap } from "../tree";
import { MERGE_RULES, type MergeRule } from "./rules";
import { appendNew } from "./sequences";

/** Lays one model over another, by the rules of the specification (Compose Merge). Changes `base`. */
export function mergeMaps(base: TreeMap, over: TreeMap, problems: Problems): TreeMap {
  return new Merge(problems).maps(base, over, [], MERGE_RULES);
}

/** Lays one service, volume, … over another that stands at the same path. Changes `base`. */
export function mergeAt(base: Tree, over: Tree, path: Path, problems: Problems): Tree {
  let rules: Pattern<MergeRule> | undefined = MERGE_RULES;
  for (const step of path) rules = under(rules, step);
  return new Merge(problems).values(base, over, path, rules);
}

/** The walk over two models; a rule of the table takes over where it matches. */
export class Merge {
  constructor(readonly problems: Problems) {}

  values(base: Tree, over: Tree, path: Path, rules: Pattern<MergeRule> | undefined): Tree {
    if (rules?.rule !== undefined) return rules.rule(base, over, { merge: this, path, rules });
    if (over === null) return base;
    if (isMap(base))
      return isMap(over) ? this.maps(base, over, path, rules) : this.clash(base, path, "a mapping");
    if (isList(base)) return isList(over) ? appendNew(base, over) : this.clash(base, path, "a list");
    return over;
  }

  maps(base: TreeMap, over: TreeMap, path: Path, rules: Pattern<MergeRule> | undefined): TreeMap {
    for (const key in over) {
      const value = over[key] ?? null;
      const known = base[key];
      base[key] = known === undefined ? value : this.values(known, value, [...path, key], under(rules, key));
    }
    return base;
  }

  clash(base: Tree, path: Path, kind: string): Tree {
    this.problems.add(path, `this cannot be merged: the other value is ${kind}`, `write ${kind} here too`);
    return base;
  }
}
