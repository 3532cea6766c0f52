import { runsOnBoards } from "./boards";
import { volumeKeys } from "./classified-mount";
import type { Fields } from "./fields";
import { selectorLabels } from "./labels";
import { spansNodes } from "./volume-sharing";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** Whether a workload has replicas that may run on several nodes. */
export function isSpread(context: PlanContext, workload: Workload): boolean {
  const isFree = volumeKeys(workload.mounts).every(key => spansNodes(context, key));
  return isReplicated(workload) && isFree && workload.kind !== "DaemonSet";
}

/**
 * Spreads replicas over nodes and zones as well as it goes, unless a volume keeps them together. A board is in no zone,
 * and the scheduler spreads nothing over nodes that lack the label of one of the constraints.
 */
export function topologySpread(context: PlanContext, workload: Workload): readonly Fields[] | undefined {
  if (!isSpread(context, workload)) return undefined;
  const matchLabels = selectorLabels(context.app.name, workload.resource);
  const perNode = workload.service.deploy?.placement?.max_replicas_per_node;
  const spread = (topologyKey: string) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels },
  });
  const nodes = spread("kubernetes.io/hostname");
  return [
    perNode === undefined ? nodes : { ...nodes, ...atMost(perNode, workload) },
    ...(runsOnBoards(workload) ? [] : [spread("topology.kubernetes.io/zone")]),
  ];
}

/**
 * `max_replicas_per_node`, for the pods of one release. While there are fewer nodes than `minDomains` the skew is
 * counted from none, and with more nodes than pods some node has none: so no node has more than the skew.
 */
function atMost(maxSkew: number, { kind, replicas, extension }: Workload): Fields {
  return {
    maxSkew,
    minDomains: (extension.autoscale?.max ?? replicas) + 1,
    whenUnsatisfiable: "DoNotSchedule",
    ...(kind === "Deployment" && { matchLabelKeys: ["pod-template-hash"] }),
  };
}
