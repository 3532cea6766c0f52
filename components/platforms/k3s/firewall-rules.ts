import { ingressRules, type OpenPort, type Rule } from "../vm/host-rules";

/** A rule between the nodes of a cluster. */
export interface InnerRule {
  readonly description: string;
  readonly protocol: "tcp" | "udp";
  readonly fromPort: number;
  readonly toPort: number;
  readonly self: true;
}

/** Flannel's; K3s has no setting for it. */
const WIREGUARD_PORT = 51_820;

/** What nodes say to each other. Source: K3s, "Requirements", inbound rules; 9100 is node-exporter. */
export const INNER_RULES: InnerRule[] = [
  inner("Kubernetes API and the supervisor", "tcp", 6443),
  inner("etcd of the servers", "tcp", 2379, 2380),
  inner("Pods by VXLAN", "udp", 8472),
  // Also without boards: a cluster that began with some keeps this network when the last of them has gone.
  inner("Pods by WireGuard", "udp", WIREGUARD_PORT),
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
  /** External addresses of boards. */
  readonly boards: readonly string[];
}

/** What may reach the servers from outside. */
export function outerRules({ allowedCidrs, apiCidrs, openPorts, boards }: OuterAccess): Rule[] {
  return [
    ...ingressRules(openPorts, allowedCidrs),
    ...outer("Kubernetes API for those who administer the cluster", "tcp", 6443, apiCidrs),
    ...outer("Kubernetes API for boards, each from its own address", "tcp", 6443, boards.map(alone)),
  ];
}

/** What may reach every node from outside: the pods of boards, from their own addresses alone. */
export function boardRules(boards: readonly string[]): Rule[] {
  return outer(
    "Pods on boards by WireGuard, each from its own address",
    "udp",
    WIREGUARD_PORT,
    boards.map(alone),
  );
}

const alone = (address: string) => `${address}/32`;

/** One rule; none where nobody may. */
function outer(description: string, protocol: string, port: number, cidrs: readonly string[]): Rule[] {
  if (cidrs.length === 0) return [];
  const cidrBlocks = cidrs.filter(cidr => !cidr.includes(":"));
  const ipv6CidrBlocks = cidrs.filter(cidr => cidr.includes(":"));
  return [{ description, protocol, fromPort: port, toPort: port, cidrBlocks, ipv6CidrBlocks }];
}
