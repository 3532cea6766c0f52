import type { Fields } from "./fields";
import { KEPT_REVISIONS } from "./kept-revisions";
import type { Manifest } from "./kubernetes-plan";
import { selectorLabels } from "./labels";
import { rolloutMetadata } from "./rollout-metadata";
import type { PlanContext, Workload } from "./workload";

/** `deploy.mode: global`: one pod on every node. */
export function daemonSet(context: PlanContext, workload: Workload, template: Fields): Manifest {
  const matchLabels = selectorLabels(context.app.name, workload.resource);
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: rolloutMetadata(context, workload, template),
    spec: { revisionHistoryLimit: KEPT_REVISIONS, selector: { matchLabels }, template },
  };
}
