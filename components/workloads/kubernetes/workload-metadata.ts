import { compact, sortedEntries } from "../../lib/records";
import type { Manifest } from "./kubernetes-plan";
import { objectLabels } from "./labels";
import type { PlanContext, Workload } from "./workload";

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
