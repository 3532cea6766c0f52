import { sortedEntries } from "../../lib/records";
import type { Pool } from "../../settings/pool";
import { autoscalerTag } from "../pools/autoscaler-statements";
import { poolLabels, poolTaints } from "../pools/capacity";
import { templateTags } from "../pools/template-tags";

const AUTOSCALER = "k8s.io/cluster-autoscaler";

/**
 * Tags of a pool's Auto Scaling group: the stack's, which its instances get too, and those by which Cluster
 * Autoscaler finds the group and knows what a node of it would be while there is none.
 */
export function groupTags(
  tags: Readonly<Record<string, string>>,
  pool: Pool,
  pools: readonly Pool[],
  clusterName: string,
) {
  const template = templateTags({
    labels: poolLabels(pool),
    taints: poolTaints(pool, pools),
    resources: { "ephemeral-storage": `${pool.diskGb}Gi` },
  });
  const found = [
    [`${AUTOSCALER}/enabled`, "true"],
    [autoscalerTag(clusterName), "owned"],
  ];
  return [
    ...sortedEntries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    ...[...found, ...sortedEntries(template)].map(([key = "", value = ""]) => ({
      key,
      value,
      propagateAtLaunch: false,
    })),
  ];
}
