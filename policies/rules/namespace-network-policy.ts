import { networkPoliciesIn } from "../facts/in-namespace";
import { selects } from "../facts/label-selector";
import { podsOf } from "../facts/pods";
import { read, recordAt, textsAt } from "../facts/read";
import { defineRule } from "../rule";
import type { PolicyResource } from "../subject";

const DIRECTIONS = ["Ingress", "Egress"];

export const namespaceNetworkPolicy = defineRule({
  id: "namespace-network-policy",
  severity: "mandatory-outside-dev",
  sources: ["CKV2_K8S_6", "CE-4.3.2", "KS-pod-networkpolicy"],
  title: "Pods talk only to whom they should",
  why: "Without a policy that denies by default, one pod that is broken into reaches every other.",
  fix: "add a NetworkPolicy for all pods of the namespace, with both policy types",
  scope: "stack",
  facts: podsOf,
  fault: ({ namespace, template }, { stack }) => {
    const labels = recordAt(template, "metadata.labels");
    const own = networkPoliciesIn(namespace, stack).filter(({ props }) =>
      selects(podSelector(props), labels),
    );
    const limited = own.flatMap(({ props }) => directionsOf(props));
    const open = DIRECTIONS.filter(direction => !limited.includes(direction));
    return open.length > 0 ? `nothing limits the pod's ${open.join(" and ").toLowerCase()}` : undefined;
  },
});

/** A policy without a selector is for every pod. */
function podSelector(props: PolicyResource["props"]): unknown {
  return read(props, "spec.podSelector") ?? {};
}

/** A policy that does not say is for what comes in, and for what goes out where it has rules for that. */
function directionsOf(props: PolicyResource["props"]): readonly string[] {
  const stated = textsAt(props, "spec.policyTypes");
  if (stated.length > 0) return stated;
  return read(props, "spec.egress") === undefined ? ["Ingress"] : DIRECTIONS;
}
