import { replicatedOf } from "../facts/replicated";
import { defineRule } from "../rule";

export const autoscalerOwnsReplicas = defineRule({
  id: "autoscaler-owns-replicas",
  severity: "mandatory-outside-dev",
  sources: ["KS-deployment-targeted-by-hpa-does-not-have-replicas-configured"],
  title: "What is autoscaled states no number of replicas",
  why: "Every update would set the number back, in the middle of the load that the autoscaler answered.",
  fix: "remove replicas",
  scope: "stack",
  facts: (subject, { stack }) => replicatedOf(subject, stack).filter(({ isAutoscaled }) => isAutoscaled),
  fault: ({ hasReplicas }) => (hasReplicas ? "each update undoes what the autoscaler set" : undefined),
});
