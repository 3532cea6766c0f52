import { roleBindingsOf } from "../facts/role-bindings";
import { defineRule } from "../rule";

export const defaultAccountUnbound = defineRule({
  id: "default-account-unbound",
  severity: "mandatory-outside-dev",
  sources: ["CE-4.1.5", "CKV_K8S_42"],
  title: "The ServiceAccount default has no role",
  why: "Every pod that says nothing runs as it, so its rights are everybody's.",
  fix: "bind the role to a ServiceAccount of its own",
  facts: roleBindingsOf,
  fault: ({ serviceAccounts }) =>
    serviceAccounts.includes("default") ? "it gives the ServiceAccount default a role" : undefined,
});
