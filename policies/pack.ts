import type {
  PolicyResource as EngineResource,
  Policies,
  ReportViolation,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import type { PolicyConfig } from "./config";
import type { RuleContext } from "./context";
import { contextOf } from "./evaluate";
import { levelOf } from "./levels";
import { plainRecord } from "./plain";
import type { Rule } from "./rule";
import { RULES } from "./rules";
import type { PolicyResource } from "./subject";

/** A rule's own settings in the engine's policy configuration, beside its level. */
interface RuleConfig {
  readonly exceptions?: readonly {
    readonly resource: string;
    readonly reason: string;
    readonly until: string;
  }[];
}

const CONFIG_SCHEMA = {
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

/** The rules as the engine's policies. What cannot be evaluated yet is told by one policy at the end of a preview. */
export function policiesOf(config: PolicyConfig, today: string, rules: readonly Rule[] = RULES): Policies {
  return [...rules.map(rule => policyOf(rule, config, today)), notEvaluated(config, today, rules)];
}

function policyOf(rule: Rule, config: PolicyConfig, today: string): Policies[number] {
  const about = {
    name: rule.id,
    displayName: rule.title,
    description: `${rule.title}. ${rule.why}`,
    remediationSteps: rule.fix,
    tags: [...rule.sources],
    enforcementLevel: levelOf(rule, config),
    configSchema: CONFIG_SCHEMA,
  };
  const check = (
    subject: PolicyResource,
    context: RuleContext,
    settings: RuleConfig,
    report: ReportViolation,
  ): void => {
    const exempt = settings.exceptions?.some(
      one => [subject.urn, subject.name].includes(one.resource) && today <= one.until,
    );
    if (exempt) return;
    const { faults } = rule.check(subject, context);
    for (const fault of faults) report(`${fault}; ${rule.fix}`, subject.urn);
  };
  const alone = contextOf([], config, today);
  if (rule.scope === "resource")
    return {
      ...about,
      validateResource: (args, report) => check(subjectOf(args), alone, args.getConfig<RuleConfig>(), report),
    };
  return {
    ...about,
    validateStack: (args, report) => {
      const all = stackSubjects(args);
      const context = contextOf(all, config, today);
      for (const subject of all) check(subject, context, args.getConfig<RuleConfig>(), report);
    },
  };
}

function notEvaluated(config: PolicyConfig, today: string, rules: readonly Rule[]): Policies[number] {
  return {
    name: "not-evaluated",
    description:
      "Tells which rules could not be applied yet, because a value is known only after the update.",
    enforcementLevel: "advisory",
    validateStack: (args, report) => {
      const all = stackSubjects(args);
      const context = contextOf(all, config, today);
      for (const rule of rules) {
        const open = all.filter(subject => rule.check(subject, context).notEvaluated);
        if (open.length > 0)
          report(`${rule.id} is not evaluated on ${open.map(({ name }) => name).join(", ")}`, open[0]?.urn);
      }
    },
  };
}

function subjectOf({ type, name, urn, props, opts }: ResourceValidationArgs): PolicyResource {
  const parent = opts.parent === undefined ? {} : { parent: opts.parent };
  return { type, name, urn, props: plainRecord(props), options: { protect: opts.protect, ...parent } };
}

function stackSubjects({ resources }: StackValidationArgs): PolicyResource[] {
  return resources.map(({ type, name, urn, props, dependencies }: EngineResource) => ({
    type,
    name,
    urn,
    props: plainRecord(props),
    dependencies: dependencies.map(one => one.urn),
  }));
}
