import { enforcesNetworkPolicies } from "../facts/network-policy-engine";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const eksNetworkPolicyEngine = defineRule({
  id: "eks-network-policy-engine",
  severity: "mandatory-outside-dev",
  sources: ["CE-4.3.1"],
  title: "The cluster enforces network policies",
  why: "EKS takes network policies and ignores them until something is there that enforces them.",
  fix: "set enableNetworkPolicy in the configuration of the add-on vpc-cni",
  scope: "stack",
  facts: only("cluster"),
  fault: (cluster, { stack }) =>
    enforcesNetworkPolicies(cluster, stack) ? undefined : "nothing in the cluster enforces network policies",
});
