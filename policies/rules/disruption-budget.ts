import { disruptionBudgetsIn } from "../facts/in-namespace";
import { selects } from "../facts/label-selector";
import { read } from "../facts/read";
import { replicatedOf } from "../facts/replicated";
import { defineRule } from "../rule";

export const disruptionBudget = defineRule({
  id: "disruption-budget",
  severity: "advisory",
  sources: ["KS-deployment-has-poddisruptionbudget"],
  title: "Services of several replicas keep some when nodes are drained",
  why: "Without a budget, an upgrade of the nodes may stop all replicas at once.",
  fix: "add a PodDisruptionBudget with maxUnavailable 1",
  scope: "stack",
  facts: (subject, { stack }) => replicatedOf(subject, stack).filter(({ replicas }) => replicas > 1),
  fault: ({ replicas, namespace, labels }, { stack }) =>
    disruptionBudgetsIn(namespace, stack).some(({ props }) => selects(read(props, "spec.selector"), labels))
      ? undefined
      : `a drained node may stop all ${replicas} replicas`,
});
