import {
  type Policies,
  type ResourceValidation,
  type StackValidation,
  validateStackResourcesOfType,
} from "@pulumi/policy";
import { CustomResource } from "@pulumi/pulumi/resource";
import { InvalidInput } from "../components/lib/issues";
import { configIssues, type PolicyConfig } from "./config";
import { FirstLook } from "./first-look";
import { levelOf } from "./levels";
import type { Rule } from "./rule";
import { CONFIG_SCHEMA, exceptionsOf, type RuleConfig, reportFaults } from "./rule-config";
import { RULES } from "./rules";

/**
 * The rules as the engine's policies, behind two that look first. What cannot be evaluated yet is told by one of these
 * at the end of a preview. Throws InvalidInput for a bad configuration, so that a mistyped rule weakens nothing.
 */
export function policiesOf(config: PolicyConfig, today: string, rules: readonly Rule[] = RULES): Policies {
  const issues = configIssues(
    config,
    rules.map(({ id }) => id),
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  const first = new FirstLook(rules, config, today);
  return [
    {
      name: "resource-inputs",
      description: "Keeps what each resource is given, for the rules over the whole stack.",
      enforcementLevel: "advisory",
      validateResource: args => first.atResource(args),
    },
    notEvaluated(config, rules, first),
    ...rules.map(rule => policyOf(rule, config, first)),
  ];
}

function policyOf(rule: Rule, config: PolicyConfig, first: FirstLook): Policies[number] {
  const about = {
    name: rule.id,
    displayName: rule.title,
    description: `${rule.title}. ${rule.why}`,
    remediationSteps: rule.fix,
    tags: [...rule.sources],
    enforcementLevel: levelOf(rule, config),
    configSchema: CONFIG_SCHEMA,
  };
  const exceptions = ({ exceptions = [] }: RuleConfig) => [...exceptionsOf(rule, config), ...exceptions];
  const validateOne: ResourceValidation = (args, report) =>
    reportFaults(rule, first.subjectOf(args), first.alone, exceptions(args.getConfig()), report);
  if (rule.scope === "resource")
    return {
      ...about,
      // The engine reads these anew for each resource and for the stack.
      get validateResource() {
        return first.wants(rule) ? [validateOne] : [];
      },
    };
  const validate: StackValidation = (args, report) => {
    const context = first.contextOf(args);
    for (const subject of context.stack.resources)
      reportFaults(rule, subject, context, exceptions(args.getConfig()), report);
  };
  return {
    ...about,
    get validateStack() {
      return first.wants(rule) ? validate : NOTHING;
    },
  };
}

/** No stack has one of these, and so the engine copies none for what looks at them. */
class Nothing extends CustomResource {
  static readonly __pulumiType = "towpath:policies:Nothing";
}

const NOTHING = validateStackResourcesOfType(Nothing, () => undefined);

function notEvaluated(config: PolicyConfig, rules: readonly Rule[], first: FirstLook): Policies[number] {
  const inForce = rules.filter(rule => levelOf(rule, config) !== "disabled");
  return {
    name: "not-evaluated",
    description:
      "Tells which rules could not be applied yet, because a value is known only after the update.",
    enforcementLevel: "advisory",
    validateStack: (args, report) => {
      first.atStack(args);
      for (const rule of inForce) {
        const open = [...first.openFor(rule)];
        if (open.length > 0)
          report(`${rule.id} is not evaluated on ${open.map(([, name]) => name).join(", ")}`, open[0]?.[0]);
      }
    },
  };
}
