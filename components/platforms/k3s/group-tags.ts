import { sortedEntries } from "../../lib/records";
import type { Pool } from "../../settings/pool";
import { autoscalerTag } from "../pools/autoscaler-statements";
import { poolLabels, poolTaints } from "../pools/capacity";

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
  const labels = sortedEntries(poolLabels(pool)).map(([key, value]) => [
    `${AUTOSCALER}/node-template/label/${key}`,
    value,
  ]);
  const taints = poolTaints(pool, pools).map(({ key, value, effect }) => [
    `${AUTOSCALER}/node-template/taint/${key}`,
    `${value}:${effect}`,
  ]);
  const found = [
    [`${AUTOSCALER}/enabled`, "true"],
    [autoscalerTag(clusterName), "owned"],
  ];
  return [
    ...sortedEntries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    ...[...found, ...labels, ...taints].map(([key = "", value = ""]) => ({
      key,
      value,
      propagateAtLaunch: false,
    })),
  ];
}
