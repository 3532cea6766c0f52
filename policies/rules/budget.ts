import { estimate } from "../../pricing/estimate";
import { defineRule } from "../rule";

export const budget = defineRule({
  id: "budget",
  severity: "mandatory",
  sources: [],
  title: "The stack stays within its budget",
  why: "What a change costs is best seen before it is made.",
  fix: "raise towpath:budget.maxMonthlyUsd, or make the stack smaller",
  scope: "stack",
  // One fact for the whole stack, told of its first resource, which is the stack itself.
  facts: (subject, { stack, maxMonthlyUsd }) =>
    maxMonthlyUsd !== undefined && subject.urn === stack.resources[0]?.urn ? [maxMonthlyUsd] : [],
  fault: (budget, { stack, region, today }) => {
    const resources = stack.resources.map(({ props: inputs, ...one }) => ({ ...one, inputs }));
    const { expectedUsd, unpriced } = estimate(resources, { region, today });
    if (expectedUsd <= budget) return undefined;
    const more = unpriced.length > 0 ? `, and ${unpriced.length} things without a price` : "";
    return `the stack is expected to cost ${expectedUsd} USD a month${more}; the budget is ${budget}`;
  },
});
