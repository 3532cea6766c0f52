import { supportOf } from "../lib/versions/support-of";
import type { Capabilities } from "../settings/capabilities";

/** What is looked at, as people call it. */
const NAMES: Readonly<Record<keyof Capabilities, string>> = {
  kubernetesVersion: "its Kubernetes version",
  gatewayApi: "Gateway API",
  gatewayClasses: "GatewayClasses",
  metricsApi: "the metrics API",
  loadBalancer: "addresses for Services of type LoadBalancer",
  networkPolicy: "whether NetworkPolicies are enforced",
  podSecurity: "whether Pod Security is enforced",
  storageClasses: "StorageClasses",
  policyEngines: "policy engines",
};

/** What a user should know of a cluster besides what is refused. `today` is an ISO date. */
export function capabilityNotes(capabilities: Capabilities, today: string): string[] {
  const unknown = (Object.keys(NAMES) as (keyof Capabilities)[]).filter(
    key => capabilities[key] === undefined,
  );
  const notes: string[] = [];
  if (unknown.length > 0)
    notes.push(`not checked on the cluster: ${unknown.map(key => NAMES[key]).join(", ")}`);
  if (capabilities.networkPolicy === false)
    notes.push(
      "the cluster's network plugin does not enforce NetworkPolicies: every pod reaches every other",
    );
  if (capabilities.podSecurity === false)
    notes.push("the cluster does not enforce Pod Security: what the app's namespace asks for is not checked");
  return [...notes, ...versionNotes(capabilities, today)];
}

function versionNotes({ kubernetesVersion }: Capabilities, today: string): string[] {
  if (kubernetesVersion === undefined) return [];
  const standing = supportOf("kubernetes", kubernetesVersion.split(".").slice(0, 2).join("."), today);
  if (standing.state === "over")
    return [`the cluster runs Kubernetes ${kubernetesVersion}, which is no longer supported`];
  if (standing.state !== "ending") return [];
  return [
    `support of the cluster's Kubernetes ${kubernetesVersion} ends on ${standing.ends}, in ${standing.days} days`,
  ];
}
