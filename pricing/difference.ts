import type { Cost, CostLine } from "./cost";

/** One charge before and after; 0 where it was not or is no more. */
export interface ChangedLine {
  readonly resource: string;
  readonly what: string;
  readonly beforeUsd: number;
  readonly afterUsd: number;
}

/** What a change does to the bill, USD a month. */
export interface CostDifference {
  readonly expectedUsd: { readonly before: number; readonly after: number };
  readonly ceilingUsd: { readonly before: number; readonly after: number };
  /** Only what changed, the largest change first. */
  readonly lines: readonly ChangedLine[];
  /** Things without a price that were not there before. */
  readonly newlyUnpriced: readonly string[];
}

/** Compares two estimates charge by charge; charges of one resource with one name are added up. */
export function costDifference(before: Cost, after: Cost): CostDifference {
  const [old, now] = [byCharge(before.lines), byCharge(after.lines)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  const lines = keys
    .map(key => {
      const [resource = "", what = ""] = key.split("\n");
      return { resource, what, beforeUsd: old.get(key) ?? 0, afterUsd: now.get(key) ?? 0 };
    })
    .filter(({ beforeUsd, afterUsd }) => cents(beforeUsd) !== cents(afterUsd))
    .sort((a, b) => size(b) - size(a));
  const known = new Set(before.unpriced.map(unpricedKey));
  return {
    expectedUsd: { before: before.expectedUsd, after: after.expectedUsd },
    ceilingUsd: { before: before.ceilingUsd, after: after.ceilingUsd },
    lines,
    newlyUnpriced: after.unpriced.map(unpricedKey).filter(key => !known.has(key)),
  };
}

function byCharge(lines: readonly CostLine[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { resource, what, expectedUsd } of lines) {
    const key = `${resource}\n${what}`;
    sums.set(key, (sums.get(key) ?? 0) + expectedUsd);
  }
  return sums;
}

const unpricedKey = ({ name, why }: Cost["unpriced"][number]): string => `${name}: ${why}`;
const cents = (usd: number): number => Math.round(usd * 100);
const size = ({ beforeUsd, afterUsd }: ChangedLine): number => Math.abs(afterUsd - beforeUsd);
