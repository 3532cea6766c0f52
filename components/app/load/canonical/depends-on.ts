import { isList, isMap, mapOf, type Tree } from "../tree";
import type { LongForm } from "./long-forms";

/** `depends_on` as a list of names; every entry gets its condition and whether it is required. */
export const longDependsOn: LongForm = value => {
  if (isList(value))
    return mapOf(value.filter(name => typeof name === "string").map(name => [name, started()]));
  if (!isMap(value)) return value;
  for (const name in value) {
    const entry = value[name];
    if (!isMap(entry)) continue;
    entry.condition ??= "service_started";
    entry.required ??= true;
  }
  return value;
};

function started(): Tree {
  return mapOf([
    ["condition", "service_started"],
    ["required", true],
  ]);
}
