import type { Facts } from "./facts";

/** Room that a pool keeps above its load, so that pods start before nodes do. */
const POOL_HEADROOM = 1.3;

/**
 * From which peak ratio on EKS costs less than one machine: a machine is bought for the peak, a pool for the load
 * of the hour, and what a cluster costs before it runs anything is paid either way.
 */
export function breakEvenRatio({ app, costs, memoryUsd }: Facts): number {
  const overhead = Math.max(0, costs.eks - costs.docker);
  const load = Math.max(0.25, app.memoryGb) * memoryUsd;
  return POOL_HEADROOM + overhead / load;
}
