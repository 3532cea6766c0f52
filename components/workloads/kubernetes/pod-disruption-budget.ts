import type { Manifest } from "./kubernetes-plan";
import { objectLabels, selectorLabels } from "./labels";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** Lets a drained node take one pod of a service at a time. None for a single pod, which it would make undrainable. */
export function podDisruptionBudget(
  { app, namespace }: PlanContext,
  workload: Workload,
): readonly Manifest[] {
  const { resource, kind } = workload;
  if (!isReplicated(workload) || kind === "Job" || kind === "DaemonSet") return [];
  return [
    {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: resource, namespace, labels: objectLabels(app.name, resource) },
      spec: { maxUnavailable: 1, selector: { matchLabels: selectorLabels(app.name, resource) } },
    },
  ];
}
