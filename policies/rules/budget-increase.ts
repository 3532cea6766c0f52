import { UnknownValue } from "../facts/read";
import { theStack } from "../facts/the-stack";
import { defineRule } from "../rule";

export const budgetIncrease = defineRule({
  id: "budget-increase",
  severity: "advisory",
  sources: [],
  title: "A change does not make the stack much dearer",
  why: "A stack well within its budget can still double in cost by one line.",
  fix: "look at `towpath cost --against`, and set towpath:budget.previousMonthlyUsd to the new sum once it is agreed",
  scope: "stack",
  facts: (subject, { stack, budget }) =>
    budget?.maxIncreasePercent !== undefined && subject === theStack(stack)
      ? [{ ...budget, most: budget.maxIncreasePercent }]
      : [],
  fault: ({ most, previousMonthlyUsd: before }, { cost }) => {
    // No engine tells a policy what the stack was before: without the sum there is nothing to compare with.
    if (before === undefined) throw new UnknownValue("towpath:budget.previousMonthlyUsd");
    const { expectedUsd } = cost();
    return expectedUsd > before * (1 + most / 100)
      ? `the stack is expected to cost ${expectedUsd} USD a month, more than ${most} % above the ${before} before`
      : undefined;
  },
});
