import { roleRulesOf } from "../facts/role-rules";
import { defineRule } from "../rule";

export const rbacNoWildcard = defineRule({
  id: "rbac-no-wildcard",
  severity: "mandatory",
  sources: ["CE-4.1.3", "CKV_K8S_49"],
  title: "Cluster roles name what they allow",
  why: "A role with a wildcard also has what the cluster will learn to do later.",
  fix: "list the resources and verbs that are needed",
  facts: roleRulesOf,
  fault: ({ verbs, resources, apiGroups }) =>
    [...verbs, ...resources, ...apiGroups].includes("*") ? "it allows *" : undefined,
});
