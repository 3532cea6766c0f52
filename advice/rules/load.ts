import { given } from "../given";
import { onScale, type Rule, type Scale } from "../rule";

const scale: Scale = {
  lever: "transactionsPerDay",
  unit: "transactions a day",
  upTo: [100_000, 1_000_000],
  step: 1,
};

export const load: Rule = {
  number: 4,
  id: "load",
  rule: "About 10,000 transactions a day are one in nine seconds, and up to 100,000 are work for one machine; beyond a million one machine is the bottleneck.",
  scale,
  judge: facts => {
    const { transactionsPerDay, peakRatio } = facts.team;
    const perSecond = (transactionsPerDay * peakRatio) / 86_400;
    const rate = perSecond < 1 ? "less than 1" : String(Math.round(perSecond));
    return {
      evidence: `${transactionsPerDay.toLocaleString("en-US")} transactions a day${given(facts, "transactionsPerDay")}, ${rate} a second at the peak`,
      points: onScale(scale, transactionsPerDay),
    };
  },
};
