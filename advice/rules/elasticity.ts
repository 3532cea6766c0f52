import { given } from "../given";
import { onScale, type Rule, type Scale } from "../rule";

const scale: Scale = { lever: "peakRatio", unit: "times the average", upTo: [3, 5], step: 0.1 };

export const elasticity: Rule = {
  number: 5,
  id: "elasticity",
  rule: "A machine sized for the peak idles the rest of the day: up to three times the average that is cheap, beyond five times pods and nodes should come and go.",
  scale,
  judge: facts => {
    const { autoscaled } = facts.app;
    const asked = autoscaled.length === 0 ? "" : `; ${autoscaled.join(", ")} may be scaled`;
    return {
      evidence: `the peak is ${facts.team.peakRatio} times the average${given(facts, "peakRatio")}${asked}`,
      points: onScale(scale, facts.team.peakRatio),
    };
  },
};
