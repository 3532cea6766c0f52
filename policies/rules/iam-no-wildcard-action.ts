import { grantsOf } from "../facts/statements";
import { defineRule } from "../rule";

export const iamNoWildcardAction = defineRule({
  id: "iam-no-wildcard-action",
  severity: "mandatory",
  sources: ["CKV_AWS_63", "CKV2_AWS_40"],
  title: "Roles are allowed named actions",
  why: "An action of * includes everything that a service will ever learn to do, deleting and granting included.",
  fix: "list the actions that are needed",
  facts: grantsOf,
  fault: ({ actions }) => {
    const wide = actions.filter(action => action === "*" || action.endsWith(":*"));
    return wide.length > 0 ? `it is allowed ${wide.join(", ")}` : undefined;
  },
});
