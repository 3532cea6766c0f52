import { textOf } from "../text";
import { isList, isMap, sameTree, type Tree } from "../tree";

/** The base's entries, then those of the other list that are not the same as one before. */
export function appendNew(base: readonly Tree[], over: readonly Tree[]): Tree[] {
  const scalars = new Set(base.filter(entry => typeof entry === "string"));
  const merged = [...base];
  for (const entry of over) {
    const known =
      typeof entry === "string" ? scalars.has(entry) : merged.some(other => sameTree(other, entry));
    if (known) continue;
    merged.push(entry);
    if (typeof entry === "string") scalars.add(entry);
  }
  return merged;
}

/** A mapping as `key=value` texts in code-point order, a text as a list of one. */
export function asSequence(value: Tree): Tree[] {
  if (isList(value)) return value;
  if (typeof value === "string") return [value];
  if (!isMap(value)) return [];
  return Object.keys(value)
    .flatMap(key => {
      const entry = value[key] ?? null;
      if (entry === null) return [key];
      return isList(entry) ? entry.map(one => `${key}=${textOf(one)}`) : [`${key}=${textOf(entry)}`];
    })
    .sort(codePoints);
}

function codePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
