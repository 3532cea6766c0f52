import type { Manifest } from "./kubernetes-plan";
import { objectLabels } from "./labels";
import type { PlanContext, Workload } from "./workload";

/** Scales a service by `x-towpath.autoscale`. */
export function horizontalPodAutoscaler(context: PlanContext, workload: Workload): readonly Manifest[] {
  const { extension, resource, kind } = workload;
  const { autoscale } = extension;
  if (autoscale === undefined || kind === "Job" || kind === "DaemonSet") return [];
  const metric = (name: "cpu" | "memory", averageUtilization: number) => ({
    type: "Resource",
    resource: { name, target: { type: "Utilization", averageUtilization } },
  });
  return [
    {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: {
        name: resource,
        namespace: context.namespace,
        labels: objectLabels(context.app.name, resource),
      },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind, name: resource },
        minReplicas: autoscale.min,
        maxReplicas: autoscale.max,
        metrics: [
          metric("cpu", autoscale.cpu),
          ...(autoscale.memory === undefined ? [] : [metric("memory", autoscale.memory)]),
        ],
      },
    },
  ];
}
