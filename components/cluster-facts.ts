import { addonFacts } from "./addons/addon-facts";
import { existingClusterFacts } from "./platforms/cluster/cluster-facts";
import { eksFacts } from "./platforms/eks/eks-facts";
import { k3sFacts } from "./platforms/k3s/k3s-facts";
import type { KubernetesSettings } from "./settings/settings";
import type { ClusterFacts } from "./workloads/kubernetes/kubernetes-plan";

/** What the plan needs to know of a stack's cluster, from its settings alone. */
export function clusterFacts(settings: KubernetesSettings): ClusterFacts {
  const { team, quota } = settings;
  const common = { ...addonFacts(settings), ...reach(settings), team, quota };
  switch (settings.target) {
    case "k3s":
      return { ...common, ...k3sFacts(settings) };
    case "eks":
      return { ...common, ...eksFacts(settings) };
    case "cluster":
      return { ...common, ...existingClusterFacts(settings) };
    default:
      return settings satisfies never;
  }
}

/** Who may reach published ports, where that is not everyone. */
function reach({ allowedCidrs }: KubernetesSettings): Pick<ClusterFacts, "allowedCidrs"> {
  return allowedCidrs.includes("0.0.0.0/0") ? {} : { allowedCidrs };
}
