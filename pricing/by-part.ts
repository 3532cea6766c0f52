import { cents } from "./cents";
import type { Cost } from "./cost";

/** What a part of a stack costs, USD a month. */
export interface PartCost {
  readonly part: string;
  readonly expectedUsd: number;
  readonly ceilingUsd: number;
}

/** Sums by part, the largest first; `partOf` names the part that a resource belongs to. */
export function costByPart({ lines }: Cost, partOf: (resource: string) => string): readonly PartCost[] {
  const sums = new Map<string, { expectedUsd: number; ceilingUsd: number }>();
  for (const { resource, expectedUsd, ceilingUsd } of lines) {
    const part = partOf(resource);
    const sum = sums.get(part) ?? { expectedUsd: 0, ceilingUsd: 0 };
    sums.set(part, {
      expectedUsd: sum.expectedUsd + expectedUsd,
      ceilingUsd: sum.ceilingUsd + ceilingUsd,
    });
  }
  return [...sums]
    .map(([part, sum]) => ({
      part,
      expectedUsd: cents(sum.expectedUsd),
      ceilingUsd: cents(sum.ceilingUsd),
    }))
    .sort((a, b) => b.expectedUsd - a.expectedUsd || (a.part < b.part ? -1 : 1));
}
