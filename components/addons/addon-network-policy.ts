import type { AddonNamespace } from "./addon";
import { MONITORING_NAMESPACE } from "./kube-prometheus-stack";

/** The link-local address from which an instance hands out its role. */
const INSTANCE_METADATA = "169.254.169.254/32";

/**
 * The `spec` of the NetworkPolicy for every pod of an add-on's namespace: in come the namespace itself, Prometheus
 * and the open ports; out goes everything but the instance's role.
 */
export function addonNetworkPolicy({ openPorts }: AddonNamespace) {
  return {
    podSelector: {},
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      {
        from: [
          { podSelector: {} },
          { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": MONITORING_NAMESPACE } } },
        ],
      },
      ...(openPorts.length === 0 ? [] : [{ ports: openPorts.map(port => ({ protocol: "TCP", port })) }]),
    ],
    egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0", except: [INSTANCE_METADATA] } }] }],
  };
}
