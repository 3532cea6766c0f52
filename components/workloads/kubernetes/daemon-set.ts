import { workloadMetadata } from "./deployment";
import type { Fields } from "./fields";
import type { Manifest } from "./kubernetes-plan";
import { selectorLabels } from "./labels";
import type { PlanContext, Workload } from "./workload";

/** `deploy.mode: global`: one pod on every node. */
export function daemonSet(context: PlanContext, workload: Workload, template: Fields): Manifest {
  const matchLabels = selectorLabels(context.app.name, workload.resource);
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: workloadMetadata(context, workload),
    spec: { revisionHistoryLimit: 5, selector: { matchLabels }, template },
  };
}
