import { sortedEntries } from "../../lib/records";
import type { KarpenterPool, NodeGroupPool } from "../../settings/eks-pool";
import { templateTags } from "../pools/template-tags";
import { eksLabels, eksTaints } from "./node-marks";

/**
 * Tags by which Cluster Autoscaler knows what a node of an empty group would be, in key order. Only groups that may
 * be empty need them. Processors, memory and GPUs it knows from the instance type. EKS itself adds those by which a group is found.
 */
export function scaleFromZeroTags(
  pool: NodeGroupPool,
  pools: readonly (NodeGroupPool | KarpenterPool)[],
): readonly (readonly [string, string])[] {
  if (pool.min > 0) return [];
  return sortedEntries(
    templateTags({
      labels: eksLabels(pool),
      taints: eksTaints(pool, pools),
      resources: { "ephemeral-storage": `${pool.diskGb}Gi` },
    }),
  );
}
