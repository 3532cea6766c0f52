import { podsOf } from "../facts/pods";
import { defineRule } from "../rule";

export const notInDefaultNamespace = defineRule({
  id: "not-in-default-namespace",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_21"],
  title: "Nothing runs in the namespace default",
  why: "What shares a namespace shares its policies, quotas and names.",
  fix: "give the app a namespace of its own",
  facts: podsOf,
  fault: ({ namespace }) =>
    namespace === undefined || namespace === "default" ? "it runs in the namespace default" : undefined,
});
