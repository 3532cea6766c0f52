import { compact } from "../../lib/records";
import { volumeKeys } from "./classified-mount";
import type { Fields } from "./fields";
import { KEPT_REVISIONS } from "./kept-revisions";
import type { Manifest } from "./kubernetes-plan";
import { selectorLabels } from "./labels";
import { minReadySeconds, progressDeadlineSeconds } from "./rollout-deadline";
import { rolloutMetadata } from "./rollout-metadata";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** A stateless service, or one of several that share a volume. */
export function deployment(context: PlanContext, workload: Workload, template: Fields): Manifest {
  const { resource, replicas, extension } = workload;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: rolloutMetadata(context, workload, template),
    spec: compact({
      replicas: extension.autoscale === undefined ? replicas : undefined,
      revisionHistoryLimit: KEPT_REVISIONS,
      minReadySeconds: minReadySeconds(workload) || undefined,
      progressDeadlineSeconds: progressDeadlineSeconds(context, workload),
      strategy: strategyOf(workload),
      selector: { matchLabels: selectorLabels(context.app.name, resource) },
      template,
    }),
  };
}

/** New pods first, so that nobody notices; a shared volume or `stop-first` stops the old ones first. */
function strategyOf(workload: Workload): Fields {
  const { service, mounts } = workload;
  const { order, parallelism } = service.deploy?.update_config ?? {};
  if (volumeKeys(mounts).length > 0) return { type: "Recreate" };
  const atOnce = parallelism === 0 ? "100%" : (parallelism ?? 1);
  if (order === "stop-first" && !isReplicated(workload)) return { type: "Recreate" };
  const rollingUpdate =
    order === "stop-first"
      ? { maxSurge: 0, maxUnavailable: atOnce }
      : { maxSurge: atOnce, maxUnavailable: 0 };
  return { type: "RollingUpdate", rollingUpdate };
}
