import { podsOf } from "../facts/pods";
import { textAt } from "../facts/read";
import { defineRule } from "../rule";

export const ownServiceAccount = defineRule({
  id: "own-service-account",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_41", "CE-4.1.5"],
  title: "Pods have a ServiceAccount of their own",
  why: "Rights given to one app's account are not then every app's.",
  fix: "set serviceAccountName",
  facts: podsOf,
  fault: ({ template }) =>
    (textAt(template, "spec.serviceAccountName") || "default") === "default"
      ? "the pod runs as the ServiceAccount default"
      : undefined,
});
