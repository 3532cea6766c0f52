import { roleRulesOf } from "../facts/role-rules";
import { defineRule } from "../rule";

export const rbacNoPodCreation = defineRule({
  id: "rbac-no-pod-creation",
  severity: "advisory",
  sources: ["CE-4.1.4"],
  title: "Roles do not create pods",
  why: "Whoever creates a pod chooses its ServiceAccount and mounts its secrets.",
  fix: "remove create on pods",
  facts: roleRulesOf,
  fault: ({ verbs, resources }) =>
    resources.includes("pods") && verbs.includes("create") ? "it may create pods" : undefined,
});
