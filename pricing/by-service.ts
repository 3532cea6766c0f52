import { cents } from "./cents";
import type { Cost } from "./cost";

/** What an app's service costs, USD a month: what is its own, and its share of what all stand on. */
export interface ServiceCost {
  readonly service: string;
  readonly ownUsd: number;
  readonly sharedUsd: number;
  readonly expectedUsd: number;
}

export interface ServiceShares {
  /** Memory that each service asks for, by which what is shared is divided; any unit. */
  readonly weights: Readonly<Record<string, number>>;
  /** The service that a resource belongs to alone; undefined for what is shared. */
  readonly ownerOf: (resource: string) => string | undefined;
}

/** Divides a bill among services: nobody's resources by memory, the rest to its owner. Largest first. */
export function costByService({ lines }: Cost, { weights, ownerOf }: ServiceShares): readonly ServiceCost[] {
  const own = new Map<string, number>();
  let shared = 0;
  for (const { resource, expectedUsd } of lines) {
    const owner = ownerOf(resource);
    if (owner === undefined || weights[owner] === undefined) shared += expectedUsd;
    else own.set(owner, (own.get(owner) ?? 0) + expectedUsd);
  }
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return Object.entries(weights)
    .map(([service, weight]) => {
      const ownUsd = own.get(service) ?? 0;
      const sharedUsd = total === 0 ? 0 : (shared * weight) / total;
      return {
        service,
        ownUsd: cents(ownUsd),
        sharedUsd: cents(sharedUsd),
        expectedUsd: cents(ownUsd + sharedUsd),
      };
    })
    .sort((a, b) => b.expectedUsd - a.expectedUsd || (a.service < b.service ? -1 : 1));
}
