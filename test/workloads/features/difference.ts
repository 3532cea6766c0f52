/** Stands for what the other one has and this one has not. */
export const GONE = "(not here)";

type Tree = Readonly<Record<string, unknown>>;

/**
 * What a tree has that `base` has not, or has otherwise, and what is gone; undefined when they are the same.
 * Lists are told apart entry by entry where they name the same things in the same order, else they stand whole.
 */
export function difference(tree: unknown, base: unknown): unknown {
  if (isTree(tree) && isTree(base)) {
    const keys = [...Object.keys(tree), ...Object.keys(base).filter(key => !(key in tree))];
    const entries = keys.flatMap(key => {
      if (!(key in tree)) return [[key, GONE] as const];
      if (!(key in base)) return [[key, tree[key]] as const];
      const left = difference(tree[key], base[key]);
      return left === undefined ? [] : [[key, left] as const];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  const pair = [tree, base] as const;
  if (alike(pair)) {
    const entries = pair[0].map((one, index) => difference(one, pair[1][index]));
    if (entries.every(entry => entry === undefined)) return undefined;
    return pair[0].map((one, index) => ({ name: one.name, ...(entries[index] as Tree | undefined) }));
  }
  return JSON.stringify(tree) === JSON.stringify(base) ? undefined : tree;
}

/** `base` with a difference put back in: the tree that it was taken from. */
export function restored(left: unknown, base: unknown): unknown {
  if (left === undefined) return base;
  if (isTree(left) && isTree(base)) {
    const merged = Object.entries({ ...base, ...left }).map(([key]) => {
      const value = key in left ? left[key] : undefined;
      return [key, key in base ? restored(value, base[key]) : value] as const;
    });
    return Object.fromEntries(merged.filter(([, value]) => value !== GONE));
  }
  const pair = [left, base] as const;
  if (alike(pair)) return pair[0].map((one, index) => restored(one, pair[1][index]));
  return left;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function alike(pair: readonly [unknown, unknown]): pair is readonly [readonly Tree[], readonly Tree[]] {
  const [one, other] = pair;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length || one.length === 0)
    return false;
  return one.every(
    (entry, index) =>
      isTree(entry) &&
      isTree(other[index]) &&
      typeof entry.name === "string" &&
      entry.name === other[index].name,
  );
}
