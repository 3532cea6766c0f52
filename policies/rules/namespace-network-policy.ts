import type { RuleContext } from "../context";
import { podsOf } from "../facts/pods";
import { read, recordAt, textsAt } from "../facts/read";
import { defineRule } from "../rule";

/** Namespaces with a policy that takes in every pod, in both directions. */
function deniedByDefault(stack: RuleContext["stack"]): unknown[] {
  return stack.ofType("kubernetes:networking.k8s.io/v1:NetworkPolicy").flatMap(({ props }) => {
    const everyPod = Object.keys(recordAt(props, "spec.podSelector")).length === 0;
    const types = textsAt(props, "spec.policyTypes");
    const both = types.includes("Ingress") && types.includes("Egress");
    return everyPod && both ? [read(props, "metadata.namespace")] : [];
  });
}

export const namespaceNetworkPolicy = defineRule({
  id: "namespace-network-policy",
  severity: "mandatory-outside-dev",
  sources: ["CKV2_K8S_6", "CE-4.3.2"],
  title: "Pods talk only to whom they should",
  why: "Without a policy that denies by default, one pod that is broken into reaches every other.",
  fix: "add a NetworkPolicy for all pods of the namespace, with both policy types",
  scope: "stack",
  facts: podsOf,
  fault: ({ namespace }, { stack }) =>
    deniedByDefault(stack).includes(namespace) ? undefined : "nothing limits whom the pod talks to",
});
