import { recordAt, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const LABEL = "pod-security.kubernetes.io/enforce";

export const namespaceRestricted = defineRule({
  id: "namespace-restricted",
  severity: "advisory",
  sources: ["PSS"],
  title: "Namespaces admit restricted pods only",
  why: "Each namespace with a weaker level is one where a program that is broken into can do more.",
  fix: "set the label to restricted; `towpath check` names the services that need more, and why",
  facts: only("namespace"),
  fault: ({ props }) =>
    textAt({ level: recordAt(props, "metadata.labels")[LABEL] }, "level") === "baseline"
      ? "the namespace admits pods of the level baseline"
      : undefined,
});
