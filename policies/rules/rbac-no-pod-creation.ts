import { gives, roleRulesOf } from "../facts/role-rules";
import { defineRule } from "../rule";

export const rbacNoPodCreation = defineRule({
  id: "rbac-no-pod-creation",
  severity: "advisory",
  sources: ["CE-4.1.4"],
  title: "Roles do not create pods",
  why: "Whoever creates a pod chooses its ServiceAccount and mounts its secrets.",
  fix: "remove create on pods",
  facts: roleRulesOf,
  fault: rule => (gives(rule, ["create"], ["pods"]) ? "it may create pods" : undefined),
});
