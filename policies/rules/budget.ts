import { theStack } from "../facts/the-stack";
import { defineRule } from "../rule";

export const budget = defineRule({
  id: "budget",
  severity: "mandatory",
  sources: [],
  title: "The stack stays within its budget",
  why: "What a change costs is best seen before it is made.",
  fix: "raise towpath:budget.maxMonthlyUsd, or make the stack smaller",
  scope: "stack",
  facts: (subject, { stack, budget }) =>
    budget !== undefined && subject === theStack(stack) ? [budget.maxMonthlyUsd] : [],
  fault: (most, { cost }) => {
    const { expectedUsd, unpriced } = cost();
    if (expectedUsd <= most) return undefined;
    const more = unpriced.length > 0 ? `, and ${unpriced.length} things without a price` : "";
    return `the stack is expected to cost ${expectedUsd} USD a month${more}; the budget is ${most}`;
  },
});
