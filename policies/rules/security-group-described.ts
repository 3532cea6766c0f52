import { textAt } from "../facts/read";
import { isA } from "../facts/resource-kinds";
import { securityGroupRulesOf } from "../facts/security-group-rules";
import { defineRule } from "../rule";

/** What Pulumi writes when nobody does. */
const DEFAULT = "Managed by Pulumi";

export const securityGroupDescribed = defineRule({
  id: "security-group-described",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_23"],
  title: "Security groups and their rules say what they are for",
  why: "Nobody dares to close a port whose purpose is forgotten.",
  fix: "write a description",
  facts: subject => [
    ...(isA("securityGroup", subject)
      ? [
          {
            what: "the group",
            get description() {
              return textAt(subject.props, "description");
            },
          },
        ]
      : []),
    ...securityGroupRulesOf(subject).map(rule => ({
      what: `a rule for ${rule.direction}`,
      get description() {
        return rule.description;
      },
    })),
  ],
  fault: ({ what, description = "" }) =>
    description === "" || description === DEFAULT ? `${what} has no description` : undefined,
});
