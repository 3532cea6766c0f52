import { addonFacts } from "./addons/addon-facts";
import { existingClusterFacts } from "./platforms/cluster/cluster-facts";
import { eksFacts } from "./platforms/eks/eks-facts";
import { k3sFacts } from "./platforms/k3s/k3s-facts";
import type { KubernetesSettings } from "./settings/settings";
import type { ClusterFacts } from "./workloads/kubernetes/kubernetes-plan";

/** What the plan needs to know of a stack's cluster, from its settings alone. */
export function clusterFacts(settings: KubernetesSettings): ClusterFacts {
  const addons = addonFacts(settings);
  switch (settings.target) {
    case "k3s":
      return { ...addons, ...k3sFacts(settings) };
    case "eks":
      return { ...addons, ...eksFacts(settings) };
    case "cluster":
      return { ...addons, ...existingClusterFacts(settings) };
    default:
      return settings satisfies never;
  }
}
