import { ExistingCluster } from "../platforms/cluster/existing-cluster";
import { givenRegistry } from "../registry/given-registry";
import type { ClusterSettings } from "../settings/cluster";
import { kubernetesWorkload, type PlannedKubernetes } from "./kubernetes-workload";
import type { StackContext, StackOutputs } from "./stack-context";

/** A cluster that someone else made and towpath only puts things into. */
export function clusterTarget(
  settings: ClusterSettings,
  planned: PlannedKubernetes,
  context: StackContext,
): StackOutputs {
  return kubernetesWorkload(settings, planned, context, () => {
    const { identity, secrets } = context;
    // Without an address no service is built: the plan was refused otherwise.
    const registry = givenRegistry({ identity, address: settings.cluster.registry ?? "" });
    const { kubeconfig } = secrets;
    return new ExistingCluster("cluster", {
      settings,
      registry,
      ...(kubeconfig === undefined ? {} : { kubeconfig }),
    });
  });
}
