import type { Issue } from "../lib/issues";

/** Kubernetes, "Labels and Selectors", syntax; that of taints is the same. */
const PART = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
const KEY = new RegExp(`^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?${PART}$`);
const VALUE = new RegExp(`^(${PART})?$`);

/** Prefixes that a kubelet may use although they are Kubernetes' own. Source: NodeRestriction admission plugin. */
const KUBELETS = ["kubelet.kubernetes.io", "node.kubernetes.io"];

/** Refuses a label or taint of a node that Kubernetes would not take from it, or that is ours to give. */
export function labelIssue(path: string, key: string, value: string): Issue[] {
  const refuse = (wrong: string, instead: string) => [{ path, wrong, instead }];
  const example = "write for example example.com/place or place";
  if (!KEY.test(key) || !VALUE.test(value)) return refuse("not a key and a value of Kubernetes", example);
  const domain = key.includes("/") ? key.slice(0, key.indexOf("/")) : "";
  if (isUnder(domain, ["towpath.dev"])) return refuse("one of towpath's own", `leave it out, or ${example}`);
  if (isUnder(domain, ["kubernetes.io", "k8s.io"]) && !isUnder(domain, KUBELETS)) {
    return refuse("one of Kubernetes' own, which no node may give itself", example);
  }
  return [];
}

function isUnder(domain: string, parents: readonly string[]): boolean {
  return parents.some(parent => domain === parent || domain.endsWith(`.${parent}`));
}
