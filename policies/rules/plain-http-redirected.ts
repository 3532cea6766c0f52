import { read } from "../facts/read";
import { type SecurityGroupRule, securityGroupRulesOf } from "../facts/security-group-rules";
import { defineRule } from "../rule";
import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";

const opens = ({ direction, isForWorld, allProtocols, fromPort, toPort }: SecurityGroupRule, port: number) =>
  direction === "ingress" && isForWorld && !allProtocols && fromPort <= port && port <= toPort;

export const plainHttpRedirected = defineRule({
  id: "plain-http-redirected",
  severity: "advisory",
  sources: ["CKV_AWS_260"],
  title: "Port 80 is open to redirect only",
  why: "Where port 443 is closed, whoever comes over plain HTTP stays there, and can be read and changed on the way.",
  fix: "open port 443 beside it, or close port 80",
  scope: "stack",
  facts: subject =>
    securityGroupRulesOf(subject)
      .filter(rule => opens(rule, 80))
      .map(() => subject),
  fault: (subject, { stack }) =>
    sameGroup(subject, stack).some(one => securityGroupRulesOf(one).some(rule => opens(rule, 443)))
      ? undefined
      : "everyone may come over plain HTTP and nobody over HTTPS",
});

/** The group itself, or all rules for the group that a rule by itself is for. */
function sameGroup(subject: PolicyResource, { ofType }: Stack): readonly PolicyResource[] {
  const rules = ofType(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:ec2/securityGroupRule:SecurityGroupRule",
  );
  if (!rules.includes(subject)) return [subject];
  const group = read(subject.props, "securityGroupId");
  return rules.filter(({ props }) => read(props, "securityGroupId") === group);
}
