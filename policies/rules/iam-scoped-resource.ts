import { ESCALATING } from "../facts/escalating-actions";
import { grantsOf } from "../facts/statements";
import { defineRule } from "../rule";

/** Actions that change nothing, or that AWS offers for `*` only. Wildcards have a rule of their own. */
const READING = /:(Describe|Get|List|BatchGet|BatchCheck|Search|Lookup|Update\w*InstanceInformation)|:?\*$/;

export const iamScopedResource = defineRule({
  id: "iam-scoped-resource",
  severity: "advisory",
  sources: ["CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355", "CKV_AWS_356"],
  title: "Roles change named resources only",
  why: "A role that may change every resource of a kind may change those of other stacks too.",
  fix: "name the resources by ARN, or add a condition on their tags",
  facts: grantsOf,
  fault: ({ actions, resources, hasCondition }) => {
    if (!resources.includes("*") || hasCondition) return undefined;
    // Those that give rights have a rule of their own.
    const changing = actions.filter(action => !READING.test(action) && !ESCALATING.has(action.toLowerCase()));
    return changing.length > 0 ? `it may do ${changing.join(", ")} to every resource` : undefined;
  },
});
