import { managedPoliciesOf } from "../facts/managed-policies";
import { defineRule } from "../rule";

const TOO_MUCH = ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"];

export const iamNoAdminPolicy = defineRule({
  id: "iam-no-admin-policy",
  severity: "mandatory",
  sources: ["CKV_AWS_274"],
  title: "No role is an administrator",
  why: "Whoever takes over a machine with an administrator's role has the account.",
  fix: "attach a policy with the actions that are needed",
  facts: managedPoliciesOf,
  fault: name => (TOO_MUCH.includes(name()) ? `it has the policy ${name()}` : undefined),
});
