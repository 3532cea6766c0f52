import { volumeKeys } from "./classified-mount";
import type { Fields } from "./fields";
import { selectorLabels } from "./labels";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** Whether a workload has replicas that may run on several nodes. */
export function isSpread(workload: Workload): boolean {
  return isReplicated(workload) && volumeKeys(workload.mounts).length === 0 && workload.kind !== "DaemonSet";
}

/** Spreads replicas over nodes and zones as well as it goes, unless a volume keeps them together. */
export function topologySpread({ app }: PlanContext, workload: Workload): readonly Fields[] | undefined {
  if (!isSpread(workload)) return undefined;
  const matchLabels = selectorLabels(app.name, workload.resource);
  const perNode = workload.service.deploy?.placement?.max_replicas_per_node;
  const spread = (topologyKey: string, whenUnsatisfiable: string, maxSkew = 1) => ({
    maxSkew,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels },
  });
  return [
    spread(
      "kubernetes.io/hostname",
      perNode === undefined ? "ScheduleAnyway" : "DoNotSchedule",
      perNode ?? 1,
    ),
    spread("topology.kubernetes.io/zone", "ScheduleAnyway"),
  ];
}
