import { roleRulesOf } from "../facts/role-rules";
import { defineRule } from "../rule";

const ESCALATING = ["bind", "escalate", "impersonate"];

export const rbacNoEscalation = defineRule({
  id: "rbac-no-escalation",
  severity: "mandatory",
  sources: ["CE-4.1.8", "CKV_K8S_157", "CKV_K8S_158"],
  title: "No cluster role can make itself administrator",
  why: "Whoever may bind, escalate or impersonate has every right of the cluster in two steps.",
  fix: "remove the verbs bind, escalate and impersonate",
  facts: roleRulesOf,
  fault: ({ verbs }) => {
    const found = ESCALATING.filter(verb => verbs.includes(verb));
    return found.length > 0 ? `it may ${found.join(", ")}` : undefined;
  },
});
