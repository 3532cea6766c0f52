import { usd } from "../money";
import { PATHS } from "../paths";
import type { Rule } from "../rule";

export const budget: Rule = {
  number: 10,
  id: "budget",
  rule: "A path that costs more than the budget is out.",
  judge: ({ costs, team }) => {
    if (!Number.isFinite(team.budgetUsd)) return { evidence: "no budget was given" };
    const [most] = [...PATHS].reverse().filter(path => costs[path] <= team.budgetUsd);
    const evidence = `${usd(team.budgetUsd)} USD a month are there`;
    return most === undefined
      ? { evidence: `${evidence}, which is less than the cheapest path costs`, most: "docker" }
      : { evidence, most };
  },
};
