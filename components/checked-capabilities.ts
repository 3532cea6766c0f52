import { selectedKeys } from "./addons/selected-keys";
import { capabilityIssues } from "./capabilities/capability-issues";
import { needsOf } from "./capabilities/needs";
import { clusterCapabilities } from "./cluster-capabilities";
import { InvalidInput } from "./lib/issues";
import type { Capabilities } from "./settings/capabilities";
import type { ClusterSettings } from "./settings/cluster";
import type { KubernetesPlan } from "./workloads/kubernetes/kubernetes-plan";

/** What is known of a cluster that exists. Throws InvalidInput when the app needs what it lacks. */
export function checkedCapabilities(
  settings: ClusterSettings,
  plan: KubernetesPlan,
  live: Capabilities | undefined,
): Capabilities {
  const capabilities = clusterCapabilities(settings, live);
  const addons = new Set<string>(selectedKeys(settings));
  const { gatewayClass } = settings.cluster;
  const issues = capabilityIssues({ needs: needsOf(plan), capabilities, addons, gatewayClass });
  if (issues.length > 0) throw new InvalidInput(issues);
  return capabilities;
}
