import type { Manifest } from "./kubernetes-plan";
import { objectLabels } from "./labels";
import type { PlanContext, Workload } from "./workload";

/** A service's own account, without a token: the app does not talk to the cluster. */
export function serviceAccount({ app, namespace }: PlanContext, { resource }: Workload): Manifest {
  return {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name: resource, namespace, labels: objectLabels(app.name, resource) },
    automountServiceAccountToken: false,
  };
}
