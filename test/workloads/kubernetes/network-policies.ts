import { BlockList, isIP } from "node:net";
import type { KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { podOf } from "./plan-of";

type Labels = Record<string, string>;
interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: string }[];
}
interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: { readonly matchLabels?: Labels };
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}
interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { readonly protocol?: string; readonly port?: number }[];
}
interface Policy {
  readonly podSelector: Selector;
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

/** One end of a connection: a pod of the app, a pod of another namespace, or an address that is no pod's. */
export type End =
  | { readonly service: string }
  | { readonly namespace: string }
  | { readonly address: string };

export const INTERNET = { address: "198.51.100.7" };
export const PRIVATE = { address: "10.1.2.3" };

/** Whether the plan's NetworkPolicies let one end open a TCP connection to a port of the other. */
export function connects(plan: KubernetesPlan, from: End, to: End, port: number): boolean {
  return allowed(plan, "egress", from, to, port) && allowed(plan, "ingress", to, from, port);
}

/** As the API documents it: no policy for a pod and a direction means everything, else what any rule lets pass. */
function allowed(
  plan: KubernetesPlan,
  way: "ingress" | "egress",
  own: End,
  other: End,
  port: number,
): boolean {
  if (!("service" in own)) return true;
  const type = way === "ingress" ? "Ingress" : "Egress";
  const labels = podOf(plan, own.service).metadata.labels;
  const mine = plan.manifests
    .filter(({ manifest }) => manifest.kind === "NetworkPolicy")
    .map(({ manifest }) => manifest.spec as Policy)
    .filter(policy => selects(policy.podSelector, labels) && policy.policyTypes.includes(type));
  if (mine.length === 0) return true;
  return mine.some(policy => (policy[way] ?? []).some(rule => passes(plan, rule, other, port)));
}

function passes(plan: KubernetesPlan, rule: Rule, other: End, port: number): boolean {
  const peers = rule.from ?? rule.to;
  const rightPort = rule.ports?.some(
    one => (one.protocol ?? "TCP") === "TCP" && (one.port === undefined || one.port === port),
  );
  return (rightPort ?? true) && (peers?.some(peer => isPeer(plan, peer, other)) ?? true);
}

function isPeer(plan: KubernetesPlan, peer: Peer, other: End): boolean {
  if ("address" in other) {
    if (peer.ipBlock === undefined) return false;
    const { cidr, except = [] } = peer.ipBlock;
    return isInside(other.address, [cidr]) && !isInside(other.address, except);
  }
  if (peer.ipBlock !== undefined) return false;
  const namespace = "namespace" in other ? other.namespace : plan.namespace;
  const rightNamespace =
    peer.namespaceSelector === undefined
      ? namespace === plan.namespace
      : matches(peer.namespaceSelector.matchLabels, { "kubernetes.io/metadata.name": namespace });
  const labels = "service" in other ? podOf(plan, other.service).metadata.labels : {};
  return rightNamespace && (peer.podSelector === undefined || selects(peer.podSelector, labels));
}

function isInside(address: string, cidrs: readonly string[]): boolean {
  const family = (one: string) => (isIP(one) === 6 ? "ipv6" : "ipv4");
  const blocks = new BlockList();
  for (const cidr of cidrs.filter(one => family(one.split("/")[0] ?? "") === family(address))) {
    const [network = "", prefix] = cidr.split("/");
    blocks.addSubnet(network, Number(prefix), family(network));
  }
  return blocks.check(address, family(address));
}

function selects({ matchLabels, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return matches(matchLabels, labels) && matchExpressions.every(({ key }) => labels[key] === undefined);
}

function matches(wanted: Labels | undefined, labels: Labels): boolean {
  return Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);
}
