/** A float without a fraction (`1.0`, `1e3`): the reference loader tells it apart from an integer. */
export class WholeFloat {
  constructor(readonly value: number) {}
}

/** A plain scalar that YAML 1.1 reads as a date; `text` is how Go prints it. */
export class Timestamp {
  constructor(
    readonly text: string,
    readonly iso: string,
  ) {}
}

export type Scalar = string | number | bigint | boolean | null | WholeFloat | Timestamp;

/** A mapping. It has no prototype, so that a key such as `__proto__` is a key like any other. */
export interface TreeMap {
  [key: string]: Tree;
}

/** What a YAML document holds, before it is known to be a Compose model. */
export type Tree = Scalar | Tree[] | TreeMap;

export function emptyMap(): TreeMap {
  const map: TreeMap = Object.create(null);
  return map;
}

export function mapOf(entries: Iterable<readonly [string, Tree]>): TreeMap {
  const map = emptyMap();
  for (const [key, value] of entries) map[key] = value;
  return map;
}

export function isMap(value: Tree | undefined): value is TreeMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof WholeFloat) &&
    !(value instanceof Timestamp)
  );
}

export function isList(value: Tree | undefined): value is Tree[] {
  return Array.isArray(value);
}

/** Integers and floats alike. */
export function isNumber(value: Tree | undefined): value is number | bigint | WholeFloat {
  return typeof value === "number" || typeof value === "bigint" || value instanceof WholeFloat;
}

/** An integer as YAML writes it: `80`, not `80.0`. */
export function isInteger(value: Tree | undefined): value is number | bigint {
  return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
}

export function cloneTree(value: Tree): Tree {
  if (isList(value)) return value.map(cloneTree);
  return isMap(value) ? cloneMap(value) : value;
}

export function cloneMap(value: TreeMap): TreeMap {
  const copy = emptyMap();
  for (const key in value) copy[key] = cloneTree(value[key] ?? null);
  return copy;
}

/** Deep equality; the order of keys carries no meaning. */
export function sameTree(a: Tree, b: Tree): boolean {
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((entry, index) => sameTree(entry, b[index] ?? null));
  }
  if (isMap(a)) {
    if (!isMap(b)) return false;
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => key in b && sameTree(a[key] ?? null, b[key] ?? null))
    );
  }
  if (a instanceof WholeFloat) return b instanceof WholeFloat && a.value === b.value;
  if (a instanceof Timestamp) return b instanceof Timestamp && a.text === b.text;
  return a === b;
}
