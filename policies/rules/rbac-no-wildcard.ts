import { listAt, textsAt } from "../facts/read";
import { defineRule } from "../rule";

const ROLES = [
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
  "kubernetes:rbac.authorization.k8s.io/v1:Role",
];
const ESCALATING = ["bind", "escalate", "impersonate"];

export const rbacNoWildcard = defineRule({
  id: "rbac-no-wildcard",
  severity: "mandatory",
  sources: ["CE-4.1.3", "CKV_K8S_49", "CKV_K8S_155", "CKV_K8S_156", "CKV_K8S_157", "CKV_K8S_158"],
  title: "Cluster roles name what they allow",
  why: "A role with a wildcard, or one that may bind, escalate or impersonate, can make itself administrator.",
  fix: "list the resources and verbs that are needed",
  facts: ({ type, props }) => (ROLES.includes(type) ? listAt(props, "rules") : []),
  fault: rule => {
    const verbs = textsAt(rule, "verbs");
    const wide = [...verbs, ...textsAt(rule, "resources"), ...textsAt(rule, "apiGroups")].includes("*");
    if (wide) return "it allows *";
    const escalating = ESCALATING.filter(verb => verbs.includes(verb));
    return escalating.length > 0 ? `it may ${escalating.join(", ")}` : undefined;
  },
});
