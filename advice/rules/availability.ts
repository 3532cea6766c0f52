import { given } from "../given";
import { onScale, type Rule, type Scale } from "../rule";

/** EKS answers for 99.95 % of its control plane (AWS EKS service level agreement). */
const scale: Scale = { lever: "availabilityPercent", unit: "%", upTo: [99.5, 99.9], step: 0.01 };
const MINUTES_A_MONTH = 43_800;

export const availability: Rule = {
  number: 6,
  id: "availability",
  rule: "One machine can promise 99.5 %, three servers in three zones 99.9 %; more than that needs a control plane that someone answers for.",
  scale,
  judge: facts => {
    const { availabilityPercent } = facts.team;
    const minutes = Math.round((MINUTES_A_MONTH * (100 - availabilityPercent)) / 100);
    return {
      evidence: `${availabilityPercent} % is the goal${given(facts, "availabilityPercent")}: ${minutes} minutes a month may be lost`,
      least: onScale(scale, availabilityPercent),
    };
  },
};
