import { securityGroupRulesOf } from "../facts/security-group-rules";
import { defineRule } from "../rule";

export const egressLimited = defineRule({
  id: "egress-limited",
  severity: "advisory",
  sources: ["CKV_AWS_382"],
  title: "Traffic out is limited",
  why: "A program that is broken into calls home; a list of ways out makes that harder.",
  fix: "name the protocols and ports that are needed",
  facts: subject => securityGroupRulesOf(subject).filter(({ direction }) => direction === "egress"),
  fault: ({ isForWorld, allProtocols }) =>
    isForWorld && allProtocols ? "every protocol may leave for everywhere" : undefined,
});
