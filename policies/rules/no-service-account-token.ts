import { podsOf } from "../facts/pods";
import { read } from "../facts/read";
import { defineRule } from "../rule";

export const noServiceAccountToken = defineRule({
  id: "no-service-account-token",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_38", "CE-4.1.6"],
  title: "Pods carry no token for the cluster's API",
  why: "An app that never calls the API need not hold a key to it.",
  fix: "set automountServiceAccountToken to false",
  facts: podsOf,
  fault: ({ template }) =>
    read(template, "spec.automountServiceAccountToken") === false
      ? undefined
      : "the pod carries a token for the API",
});
