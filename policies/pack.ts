import type {
  PolicyResource as EngineResource,
  Policies,
  ReportViolation,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import { InvalidInput } from "../components/lib/issues";
import { configIssues, type PolicyConfig } from "./config";
import type { RuleContext } from "./context";
import { contextOf } from "./context-of";
import { levelOf } from "./levels";
import { plainRecord } from "./plain";
import { ResourceInputs } from "./resource-inputs";
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

/**
 * The rules as the engine's policies. What cannot be evaluated yet is told by one policy at the end of a preview.
 * Throws InvalidInput for a bad configuration, so that a mistyped rule weakens nothing.
 */
export function policiesOf(config: PolicyConfig, today: string, rules: readonly Rule[] = RULES): Policies {
  const issues = configIssues(
    config,
    rules.map(({ id }) => id),
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  const inputs = new ResourceInputs();
  return [
    inputs.policy,
    ...rules.map(rule => policyOf(rule, config, today, inputs)),
    notEvaluated(config, today, rules, inputs),
  ];
}

function policyOf(rule: Rule, config: PolicyConfig, today: string, inputs: ResourceInputs): Policies[number] {
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
    const own = config.exceptions?.filter(one => one.rule === rule.id) ?? [];
    const exempt = [...own, ...(settings.exceptions ?? [])].some(
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
      const all = stackSubjects(args, inputs);
      const context = contextOf(all, config, today);
      for (const subject of all) check(subject, context, args.getConfig<RuleConfig>(), report);
    },
  };
}

function notEvaluated(
  config: PolicyConfig,
  today: string,
  rules: readonly Rule[],
  inputs: ResourceInputs,
): Policies[number] {
  return {
    name: "not-evaluated",
    description:
      "Tells which rules could not be applied yet, because a value is known only after the update.",
    enforcementLevel: "advisory",
    validateStack: (args, report) => {
      const all = stackSubjects(args, inputs);
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

function stackSubjects({ resources }: StackValidationArgs, inputs: ResourceInputs): PolicyResource[] {
  return resources.map((resource: EngineResource) => ({
    type: resource.type,
    name: resource.name,
    urn: resource.urn,
    props: inputs.of(resource),
    dependencies: resource.dependencies.map(one => one.urn),
  }));
}
