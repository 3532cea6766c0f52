import { ingressRules, type OpenPort, type Rule } from "../vm/host-rules";

/** A rule between the nodes of a cluster. */
export interface InnerRule {
  readonly description: string;
  readonly protocol: "tcp" | "udp";
  readonly fromPort: number;
  readonly toPort: number;
  readonly self: true;
}

/** What nodes say to each other. Source: K3s, "Requirements", inbound rules; 9100 is node-exporter. */
export const INNER_RULES: InnerRule[] = [
  inner("Kubernetes API and the supervisor", "tcp", 6443),
  inner("etcd of the servers", "tcp", 2379, 2380),
  inner("Pods by VXLAN", "udp", 8472),
  inner("Kubelet", "tcp", 10_250),
  inner("Metrics of nodes", "tcp", 9100),
];

function inner(description: string, protocol: "tcp" | "udp", fromPort: number, toPort = fromPort): InnerRule {
  return { description, protocol, fromPort, toPort, self: true };
}

export interface OuterAccess {
  /** Who may reach the app. */
  readonly allowedCidrs: readonly string[];
  /** Who may reach the API server from outside; empty: nobody. */
  readonly apiCidrs: readonly string[];
  readonly openPorts: readonly OpenPort[];
}

/** What may reach the servers from outside. */
export function outerRules({ allowedCidrs, apiCidrs, openPorts }: OuterAccess): Rule[] {
  const app = ingressRules(openPorts, allowedCidrs);
  if (apiCidrs.length === 0) return app;
  const api: Rule = {
    description: "Kubernetes API for those who administer the cluster",
    protocol: "tcp",
    fromPort: 6443,
    toPort: 6443,
    cidrBlocks: apiCidrs.filter(cidr => !cidr.includes(":")),
    ipv6CidrBlocks: apiCidrs.filter(cidr => cidr.includes(":")),
  };
  return [...app, api];
}
