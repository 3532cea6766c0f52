import { gives, roleRulesOf } from "../facts/role-rules";
import { defineRule } from "../rule";

const RESOURCES = ["certificatesigningrequests/approval", "signers"];
const APPROVING = ["approve", "update", "patch"];

export const rbacNoCertificateApproval = defineRule({
  id: "rbac-no-certificate-approval",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_156"],
  title: "No role approves certificates for the cluster",
  why: "Whoever signs a certificate can be anyone, the cluster's own components included.",
  fix: "remove the verbs that approve certificate signing requests",
  facts: roleRulesOf,
  fault: rule => (gives(rule, APPROVING, RESOURCES) ? "it may approve certificates" : undefined),
});
