import { recordAt, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const LABEL = "pod-security.kubernetes.io/enforce";

export const namespaceNotPrivileged = defineRule({
  id: "namespace-not-privileged",
  severity: "advisory",
  sources: ["PSS"],
  title: "Namespaces do not admit privileged pods",
  why: "The level privileged admits everything; only what manages the nodes themselves needs it.",
  fix: "set the label to baseline or restricted, or record an exception for what manages nodes",
  facts: only("namespace"),
  fault: ({ props }) =>
    textAt({ level: recordAt(props, "metadata.labels")[LABEL] }, "level") === "privileged"
      ? "the namespace admits privileged pods"
      : undefined,
});
