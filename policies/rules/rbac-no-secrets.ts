import { gives, roleRulesOf } from "../facts/role-rules";
import { defineRule } from "../rule";

const READING = ["get", "list", "watch"];

export const rbacNoSecrets = defineRule({
  id: "rbac-no-secrets",
  severity: "advisory",
  sources: ["CE-4.1.2"],
  title: "Roles read secrets by name only",
  why: "Whoever reads every Secret has every password and every token that is kept there.",
  fix: "name the secrets in resourceNames, or mount them",
  facts: roleRulesOf,
  fault: ({ verbs, resources, names }) =>
    names.length === 0 && gives({ verbs, resources }, READING, ["secrets"])
      ? "it may read every Secret"
      : undefined,
});
