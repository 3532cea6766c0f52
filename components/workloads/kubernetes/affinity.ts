import { compact } from "../../lib/records";
import { boardExpressions } from "./board-placement";
import { volumeKeys } from "./classified-mount";
import type { Fields } from "./fields";
import { selectorLabels, volumeLabel } from "./labels";
import { placementExpressions } from "./placement";
import { CAPACITY_LABEL, runsOnSpot } from "./scheduling";
import { isSpread } from "./topology-spread";
import { isSharedVolume, spansNodes } from "./volume-sharing";
import type { PlanContext, Workload } from "./workload";

/** Where a service's pods may and would rather run; absent when anywhere will do. */
export function affinityOf(context: PlanContext, workload: Workload): Fields | undefined {
  const affinity = compact({
    nodeAffinity: nodeAffinity(context, workload),
    podAffinity: podAffinity(context, workload),
    podAntiAffinity: podAntiAffinity(context, workload),
  });
  return Object.keys(affinity).length > 0 ? affinity : undefined;
}

function nodeAffinity(context: PlanContext, workload: Workload): Fields | undefined {
  const required = [...placementExpressions(workload.service), ...boardExpressions(context, workload)];
  const spot = { key: CAPACITY_LABEL, operator: "In", values: ["spot"] };
  const affinity = compact({
    requiredDuringSchedulingIgnoredDuringExecution:
      required.length > 0 ? { nodeSelectorTerms: [{ matchExpressions: required }] } : undefined,
    preferredDuringSchedulingIgnoredDuringExecution: runsOnSpot(context, workload)
      ? [{ weight: 100, preference: { matchExpressions: [spot] } }]
      : undefined,
  });
  return Object.keys(affinity).length > 0 ? affinity : undefined;
}

/**
 * A volume is one disk, which one node has at a time: whoever shares it runs on that node, unless the volume is
 * of a class that all nodes have. The first pod matches its own rule, so it can go anywhere.
 */
function podAffinity(context: PlanContext, workload: Workload): Fields | undefined {
  const shared = volumeKeys(workload.mounts).filter(
    key => isSharedVolume(context, key) && !spansNodes(context, key),
  );
  if (shared.length === 0) return undefined;
  return {
    requiredDuringSchedulingIgnoredDuringExecution: shared.map(key => ({
      labelSelector: { matchLabels: volumeLabel(key) },
      topologyKey: "kubernetes.io/hostname",
    })),
  };
}

/**
 * Replicas would rather not share a node, so that one node's end is not the service's. Preferred only, as their
 * spread over nodes and zones is: a small cluster leaves none pending.
 */
function podAntiAffinity(context: PlanContext, workload: Workload): Fields | undefined {
  if (!isSpread(context, workload)) return undefined;
  const labelSelector = { matchLabels: selectorLabels(context.app.name, workload.resource) };
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 100, podAffinityTerm: { labelSelector, topologyKey: "kubernetes.io/hostname" } },
    ],
  };
}
