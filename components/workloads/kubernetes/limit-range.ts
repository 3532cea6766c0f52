import type { PlannedManifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import type { PlanContext } from "./workload";

/** For containers that somebody else puts into the namespace; towpath's own all say what they need. */
const DEFAULTS = {
  defaultRequest: { cpu: "50m", memory: "64Mi", "ephemeral-storage": "64Mi" },
  default: { cpu: "500m", memory: "256Mi", "ephemeral-storage": "1Gi" },
} as const;

/** Gives every container of the namespace requests and limits, without which the quota would refuse its pod. */
export function limitRange({ app, namespace, facts }: PlanContext): readonly PlannedManifest[] {
  if (facts.quota === false) return [];
  return [
    {
      key: "limits",
      manifest: {
        apiVersion: "v1",
        kind: "LimitRange",
        metadata: { name: "towpath", namespace, labels: appLabels(app.name) },
        spec: { limits: [{ type: "Container", ...DEFAULTS }] },
      },
    },
  ];
}
