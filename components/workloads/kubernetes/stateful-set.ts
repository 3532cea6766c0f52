import type { Fields } from "./fields";
import { gateServiceName } from "./gates";
import { KEPT_REVISIONS } from "./kept-revisions";
import type { Manifest } from "./kubernetes-plan";
import { selectorLabels } from "./labels";
import { rolloutMetadata } from "./rollout-metadata";
import type { PlanContext, Workload } from "./workload";

/**
 * The one service that owns its volumes: an old pod is gone before the new one starts. The claims are objects of
 * their own, not templates, so that a volume can be grown, moved and kept under a name that everyone knows.
 */
export function statefulSet(context: PlanContext, workload: Workload, template: Fields): Manifest {
  const { resource, replicas, extension } = workload;
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: rolloutMetadata(context, workload, template),
    spec: {
      ...(extension.autoscale === undefined && { replicas }),
      revisionHistoryLimit: KEPT_REVISIONS,
      serviceName: gateServiceName(workload, "ready"),
      selector: { matchLabels: selectorLabels(context.app.name, resource) },
      template,
    },
  };
}
