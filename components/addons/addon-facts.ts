import type { KubernetesSettings } from "../settings/settings";
import { namespaceOf } from "./addon";
import { CATALOG } from "./catalog";
import { MONITORING_NAMESPACE } from "./kube-prometheus-stack";
import { selectedKeys } from "./selected-keys";

/** The ClusterIssuer that certificates of the app's Gateways name. */
export const CLUSTER_ISSUER = "letsencrypt";

/** What the plan of the workload must know of the add-ons. */
export interface AddonFacts {
  /** Namespace of the Gateway controller's pods. */
  readonly ingressNamespace: string;
  readonly monitoringNamespace?: string;
  readonly clusterIssuer?: string;
}

/** The facts of a stack's add-ons, from its settings alone. */
export function addonFacts(settings: KubernetesSettings): AddonFacts {
  const keys = new Set(selectedKeys(settings));
  const issues = keys.has("certManager") && settings.domain !== undefined;
  return {
    ingressNamespace: keys.has("traefik") ? namespaceOf(CATALOG.traefik) : otherController(settings),
    ...(keys.has("monitoring") ? { monitoringNamespace: MONITORING_NAMESPACE } : {}),
    ...(issues ? { clusterIssuer: CLUSTER_ISSUER } : {}),
  };
}

/** A Gateway controller that is not ours stands where the settings say; only an existing cluster has one. */
function otherController(settings: KubernetesSettings): string {
  return settings.target === "cluster" ? settings.cluster.ingressNamespace : namespaceOf(CATALOG.traefik);
}
