import { estimate } from "../../pricing/estimate";
import { defineRule } from "../rule";
import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";

export const budget = defineRule({
  id: "budget",
  severity: "mandatory",
  sources: [],
  title: "The stack stays within its budget",
  why: "What a change costs is best seen before it is made.",
  fix: "raise towpath:budget.maxMonthlyUsd, or make the stack smaller",
  scope: "stack",
  facts: (subject, { stack, maxMonthlyUsd }) =>
    maxMonthlyUsd !== undefined && subject === theStack(stack) ? [maxMonthlyUsd] : [],
  fault: (budget, { stack, region, today }) => {
    const resources = stack.resources.map(({ props: inputs, ...one }) => ({ ...one, inputs }));
    const { expectedUsd, unpriced } = estimate(resources, { region, today });
    if (expectedUsd <= budget) return undefined;
    const more = unpriced.length > 0 ? `, and ${unpriced.length} things without a price` : "";
    return `the stack is expected to cost ${expectedUsd} USD a month${more}; the budget is ${budget}`;
  },
});

/** One fact for the whole stack: the stack's own resource, or the first one where the engine leaves that out. */
function theStack({ resources, ofType }: Stack): PolicyResource | undefined {
  return ofType("pulumi:pulumi:Stack")[0] ?? resources[0];
}
