import { selects } from "../facts/label-selector";
import { read } from "../facts/read";
import { replicatedOf } from "../facts/replicated";
import { defineRule } from "../rule";
import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";

const BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";

export const disruptionAllowed = defineRule({
  id: "disruption-allowed",
  severity: "mandatory-outside-dev",
  sources: ["KS-poddisruptionbudget-has-policy"],
  title: "Disruption budgets allow for one",
  why: "A budget that allows for none stops every drain of a node, and so every upgrade of the cluster.",
  fix: "set maxUnavailable to 1 or more, or minAvailable to fewer than there are replicas",
  scope: "stack",
  facts: subject => (subject.type === BUDGET ? [subject] : []),
  fault: ({ props }, { stack }) => {
    const most = read(props, "spec.maxUnavailable");
    if (most !== undefined)
      return Number.parseInt(String(most), 10) > 0 ? undefined : "it allows no disruption";
    const least = read(props, "spec.minAvailable");
    if (least === undefined) return "it says neither maxUnavailable nor minAvailable";
    if (String(least).endsWith("%"))
      return Number.parseInt(String(least), 10) < 100 ? undefined : "it allows no disruption";
    const fewest = Math.min(...replicasUnder(props, stack));
    return Number(least) < fewest ? undefined : `it keeps ${String(least)} of ${fewest} replicas`;
  },
});

function replicasUnder(props: PolicyResource["props"], stack: Stack): readonly number[] {
  const namespace = read(props, "metadata.namespace");
  return stack.resources
    .flatMap(one => replicatedOf(one, stack))
    .filter(one => one.namespace === namespace && selects(read(props, "spec.selector"), one.labels))
    .map(({ replicas }) => replicas);
}
