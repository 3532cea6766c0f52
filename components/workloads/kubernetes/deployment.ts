import { compact, sortedEntries } from "../../lib/records";
import { volumeKeys } from "./classified-mount";
import { durationSeconds } from "./duration";
import type { Fields } from "./fields";
import type { Manifest } from "./kubernetes-plan";
import { objectLabels, selectorLabels } from "./labels";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** Metadata of a service's workload object; `deploy.labels` are its annotations. */
export function workloadMetadata(
  { app, namespace }: PlanContext,
  { resource, service }: Workload,
): Manifest["metadata"] {
  const annotations = Object.fromEntries(sortedEntries(service.deploy?.labels));
  return compact({
    name: resource,
    namespace,
    labels: objectLabels(app.name, resource),
    annotations: Object.keys(annotations).length > 0 ? annotations : undefined,
  });
}

/** A stateless service, or one of several that share a volume. */
export function deployment(context: PlanContext, workload: Workload, template: Fields): Manifest {
  const { resource, replicas, extension } = workload;
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: workloadMetadata(context, workload),
    spec: compact({
      replicas: extension.autoscale === undefined ? replicas : undefined,
      revisionHistoryLimit: 5,
      minReadySeconds: minReadySeconds(workload),
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

function minReadySeconds({ service }: Workload): number | undefined {
  const { delay, monitor } = service.deploy?.update_config ?? {};
  const seconds = Math.ceil(Math.max(durationSeconds(delay) ?? 0, durationSeconds(monitor) ?? 0));
  return seconds > 0 ? seconds : undefined;
}
