import { GOOD } from "../good-stack";
import { type Cases, change } from "../seed";

const before = (previousMonthlyUsd: number, maxIncreasePercent = 20) => ({
  label: `a stack that cost ${previousMonthlyUsd} before, and ${maxIncreasePercent} % at most`,
  resources: GOOD,
  config: { budget: { maxMonthlyUsd: 600, maxIncreasePercent, previousMonthlyUsd } },
});

/** A budget that what a change costs more is no part of. */
const limit = (maxMonthlyUsd: number) => ({ budget: { maxMonthlyUsd } });

export const BUDGET: Cases = {
  budget: [
    { ...change("machine", "instanceType", "t4g.small"), config: limit(10) },
    { ...change("machine", "instanceType", "m7g.16xlarge"), config: limit(600) },
    { ...change("nodes", "scalingConfig", { minSize: 50, maxSize: 60 }), config: limit(600) },
    {
      ...change("machine", "instanceType", "t4g.small"),
      label: "more use than is assumed",
      config: { ...limit(600), usage: { logsGb: 5000 } },
    },
  ],
  "budget-increase": [before(100), before(140), before(150, 0)],
};
