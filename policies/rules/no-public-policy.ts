import { admissionsOf } from "../facts/statements";
import { defineRule } from "../rule";

export const noPublicPolicy = defineRule({
  id: "no-public-policy",
  severity: "mandatory",
  sources: ["CKV_AWS_32", "CKV_AWS_33"],
  title: "No policy lets everyone in",
  why: "A principal of * is anyone with an AWS account, and often anyone at all.",
  fix: "name the accounts, roles or services, or add a condition that does",
  facts: admissionsOf,
  fault: ({ principals, hasCondition }) =>
    principals.includes("*") && !hasCondition ? "its policy lets everyone in" : undefined,
});
