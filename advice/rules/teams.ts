import { given } from "../given";
import { onScale, type Rule, type Scale } from "../rule";

const scale: Scale = { lever: "teams", unit: "teams", upTo: [1, 2], step: 1 };

export const teams: Rule = {
  number: 3,
  id: "teams",
  rule: "Teams that release on their own need namespaces, quotas and rights apart: two are a start, three a reason.",
  scale,
  judge: facts => ({
    evidence: `${facts.team.teams} ${facts.team.teams === 1 ? "team" : "teams"}${given(facts, "teams")}`,
    points: onScale(scale, facts.team.teams),
  }),
};
