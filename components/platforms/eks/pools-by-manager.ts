import type { EksPool, FargatePool, KarpenterPool, NodeGroupPool } from "../../settings/eks-pool";

/** The pools of an EKS cluster by who makes their nodes, without those that can have none. */
export interface PoolsByManager {
  readonly nodeGroups: readonly NodeGroupPool[];
  readonly karpenter: readonly KarpenterPool[];
  readonly fargate: readonly FargatePool[];
}

export function poolsByManager(pools: readonly EksPool[]): PoolsByManager {
  return {
    nodeGroups: pools.filter(isNodeGroup).filter(({ max }) => max > 0),
    karpenter: pools.filter(pool => pool.manager === "karpenter").filter(({ max }) => max > 0),
    fargate: pools.filter(pool => pool.manager === "fargate"),
  };
}

/** Pools that bring nodes, which Fargate does not. */
export function nodePools(pools: readonly EksPool[]): readonly (NodeGroupPool | KarpenterPool)[] {
  const { nodeGroups, karpenter } = poolsByManager(pools);
  return [...nodeGroups, ...karpenter];
}

function isNodeGroup(pool: EksPool): pool is NodeGroupPool {
  return pool.manager === undefined || pool.manager === "node-group";
}
