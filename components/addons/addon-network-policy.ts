import type { AddonNamespace } from "./addon";
import { MONITORING_NAMESPACE } from "./kube-prometheus-stack";

/** The link-local address from which an instance hands out its role. */
const INSTANCE_METADATA = "169.254.169.254/32";

/**
 * The `spec` of the NetworkPolicy for every pod of an add-on's namespace: in come the namespace itself, Prometheus,
 * its callers and the open ports; out goes everything but the instance's role, unless the add-on works by it.
 */
export function addonNetworkPolicy({ openPorts, callers = [] }: AddonNamespace, usesInstanceRole = false) {
  const except = usesInstanceRole ? {} : { except: [INSTANCE_METADATA] };
  const namespaces = [...new Set([MONITORING_NAMESPACE, ...callers])];
  return {
    podSelector: {},
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      {
        from: [
          { podSelector: {} },
          ...namespaces.map(name => ({
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
          })),
        ],
      },
      ...(openPorts.length === 0 ? [] : [{ ports: openPorts.map(port => ({ protocol: "TCP", port })) }]),
    ],
    egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0", ...except } }] }],
  };
}
