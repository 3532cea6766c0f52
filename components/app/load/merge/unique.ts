import { isInteger, isMap, type Tree } from "../tree";

/** What an entry of a list is known by; undefined for one that has no key. */
export type Indexer = (entry: Tree) => string | undefined;

/** Keeps one entry a key: the last one, in the place of the first. Entries without a key are kept. */
export function uniqueEntries(entries: readonly Tree[], index: Indexer): Tree[] {
  const kept: Tree[] = [];
  const places = new Map<string, number>();
  for (const entry of entries) {
    const key = index(entry);
    const place = key === undefined ? undefined : places.get(key);
    if (place !== undefined) {
      kept[place] = entry;
      continue;
    }
    if (key !== undefined) places.set(key, kept.length);
    kept.push(entry);
  }
  return kept;
}

/** `KEY` of `KEY=value`. */
export const byKey: Indexer = entry =>
  typeof entry === "string" ? (entry.split("=", 1)[0] ?? "") : undefined;

/** The text itself, or a whole number as text. */
export const byText: Indexer = entry =>
  typeof entry === "string" ? entry : isInteger(entry) ? String(entry) : undefined;

/** A field of the long form, else what `short` makes of the short form. */
export function byField(field: string, short: (text: string) => string | undefined): Indexer {
  return entry => {
    if (typeof entry === "string") return short(entry);
    const value = isMap(entry) ? entry[field] : undefined;
    return typeof value === "string" ? value : undefined;
  };
}
