import type { KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { podOf } from "./plan-of";

type Labels = Record<string, string>;
interface Peer {
  readonly podSelector?: { readonly matchLabels?: Labels };
  readonly namespaceSelector?: { readonly matchLabels?: Labels };
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}
interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { readonly protocol?: string; readonly port?: number }[];
}
interface Policy {
  readonly podSelector: { readonly matchLabels?: Labels };
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

/** One end of a connection: a pod of the app, a pod of another namespace, or an address outside the cluster. */
export type End =
  | { readonly service: string }
  | { readonly namespace: string }
  | { readonly address: "internet" | "private" };

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
    .filter(policy => matches(policy.podSelector.matchLabels, labels) && policy.policyTypes.includes(type));
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
    return (
      peer.ipBlock.cidr === "0.0.0.0/0" &&
      (other.address === "internet" || (peer.ipBlock.except ?? []).length === 0)
    );
  }
  if (peer.ipBlock !== undefined) return false;
  const namespace = "namespace" in other ? other.namespace : plan.namespace;
  const rightNamespace =
    peer.namespaceSelector === undefined
      ? namespace === plan.namespace
      : matches(peer.namespaceSelector.matchLabels, { "kubernetes.io/metadata.name": namespace });
  const labels = "service" in other ? podOf(plan, other.service).metadata.labels : {};
  return rightNamespace && (peer.podSelector === undefined || matches(peer.podSelector.matchLabels, labels));
}

function matches(wanted: Labels | undefined, labels: Labels): boolean {
  return Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);
}
