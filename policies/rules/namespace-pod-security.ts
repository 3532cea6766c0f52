import { recordAt, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const LABEL = "pod-security.kubernetes.io/enforce";

export const namespacePodSecurity = defineRule({
  id: "namespace-pod-security",
  severity: "mandatory-outside-dev",
  sources: ["PSS"],
  title: "Namespaces enforce a Pod Security Standard",
  why: "The label makes the cluster itself refuse pods that ask for more than the app was given.",
  fix: "set the label pod-security.kubernetes.io/enforce to restricted, or to baseline where the app needs it",
  facts: only("namespace"),
  fault: ({ props }) => {
    const enforced = textAt({ level: recordAt(props, "metadata.labels")[LABEL] }, "level");
    return enforced === undefined ? "the namespace enforces no Pod Security Standard" : undefined;
  },
});
