import type { ReportViolation } from "@pulumi/policy";
import { isFor, type PolicyConfig } from "./config";
import type { RuleContext } from "./context";
import type { Rule } from "./rule";
import type { PolicyResource } from "./subject";

/** A rule's own settings in the engine's policy configuration, beside its level. */
export interface RuleConfig {
  readonly exceptions?: readonly {
    readonly resource: string;
    readonly reason: string;
    readonly until: string;
  }[];
}

export const CONFIG_SCHEMA = {
  properties: {
    exceptions: {
      type: "array" as const,
      description: "Resources that the rule is not applied to, with a reason, until a day (ISO date).",
      items: {
        type: "object" as const,
        required: ["resource", "reason", "until"],
        properties: {
          resource: { type: "string" as const, minLength: 1 },
          reason: { type: "string" as const, minLength: 1 },
          until: { type: "string" as const, pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        },
      },
    },
  },
};

/** Reports what a rule finds in a resource, unless an exception of the stack or of the engine's configuration is in force. */
export function reportFaults(
  rule: Rule,
  subject: PolicyResource,
  context: RuleContext,
  exceptions: NonNullable<RuleConfig["exceptions"]>,
  report: ReportViolation,
): void {
  if (exceptions.some(one => isFor(one, subject, context.today))) return;
  for (const fault of rule.check(subject, context).faults) report(`${fault}; ${rule.fix}`, subject.urn);
}

/** The exceptions of the stack's own configuration that are for a rule. */
export function exceptionsOf({ id }: Rule, { exceptions = [] }: PolicyConfig): readonly PolicyException[] {
  return exceptions.filter(({ rule }) => rule === id);
}

type PolicyException = NonNullable<RuleConfig["exceptions"]>[number];
