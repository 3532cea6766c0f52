import { given } from "../given";
import { onScale, type Rule, type Scale } from "../rule";

const scale: Scale = { lever: "people", unit: "people", upTo: [5, 15], step: 1 };

export const people: Rule = {
  number: 2,
  id: "people",
  rule: "Five people or fewer have no one to spare for a cluster; more than fifteen can keep one.",
  scale,
  judge: facts => ({
    evidence: `${facts.team.people} people${given(facts, "people")}`,
    points: onScale(scale, facts.team.people),
  }),
};
