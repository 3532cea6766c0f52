import { CHANGING, gives, roleRulesOf } from "../facts/role-rules";
import { defineRule } from "../rule";

const WEBHOOKS = ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"];

export const rbacNoWebhookControl = defineRule({
  id: "rbac-no-webhook-control",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_155"],
  title: "No role changes what is admitted to the cluster",
  why: "An admission webhook sees and changes every object, secrets included.",
  fix: "remove the verbs that change webhook configurations",
  facts: roleRulesOf,
  fault: rule => (gives(rule, CHANGING, WEBHOOKS) ? "it may change admission webhooks" : undefined),
});
