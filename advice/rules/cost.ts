import { breakEvenRatio } from "../break-even";
import { usd } from "../money";
import type { Rule } from "../rule";

export const cost: Rule = {
  number: 9,
  id: "cost",
  rule: "A cluster costs its control plane whatever it runs; it is paid back where one machine sized for the peak costs more.",
  judge: facts => {
    const { docker, k3s, eks } = facts.costs;
    const ratio = breakEvenRatio(facts);
    const pays = facts.team.peakRatio >= ratio;
    return {
      evidence: `about ${usd(docker)} USD a month on Docker, ${usd(k3s)} on K3s, ${usd(eks)} on EKS; EKS breaks even from a peak of ${ratio.toFixed(1)} times the average`,
      points: pays ? "eks" : "docker",
    };
  },
};
