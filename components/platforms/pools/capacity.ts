import { type Architecture, architectureOf } from "../../lib/architecture";
import { POOL_LABEL } from "../../lib/pool-label";
import type { Pool } from "../../settings/pool";

/** Label of every node, `on-demand` or `spot`; with the value `spot` it is the taint of spot nodes too. */
export const CAPACITY_LABEL = "towpath.dev/capacity";

/** A pool by whoever makes its nodes; some make none until a pod waits, and have no `min`. */
export type NodePool = Omit<Pool, "min">;

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
}

/** The labels of a pool's nodes: its own, its name and its capacity. */
export function poolLabels(pool: NodePool): Readonly<Record<string, string>> {
  return { ...pool.labels, [POOL_LABEL]: pool.name, [CAPACITY_LABEL]: pool.capacity };
}

/**
 * The taints of a pool's nodes: its own, and on spot nodes one that keeps off whatever did not ask for spot. Where
 * no pool is on demand it only advises, since the servers alone may not hold the app.
 */
export function poolTaints(pool: NodePool, pools: readonly NodePool[]): readonly Taint[] {
  if (pool.capacity === "on-demand") return pool.taints;
  const elsewhere = pools.some(one => one.capacity === "on-demand" && one.max > 0);
  const effect = elsewhere ? "NoSchedule" : "PreferNoSchedule";
  return [...pool.taints, { key: CAPACITY_LABEL, value: "spot", effect }];
}

/** The architecture of a pool's nodes, which the settings keep to one. */
export function poolArchitecture({ instanceTypes }: NodePool): Architecture {
  return architectureOf(instanceTypes[0] ?? "");
}

/** The architectures of some instance types, amd64 before arm64. */
export function architecturesOf(instanceTypes: readonly string[]): readonly Architecture[] {
  return [...new Set(instanceTypes.map(architectureOf))].sort();
}

/** Whether any pool can have spot nodes. */
export function hasSpot(pools: readonly NodePool[]): boolean {
  return pools.some(pool => pool.capacity === "spot" && pool.max > 0);
}
