import { textAt } from "../facts/read";
import { defineRule } from "../rule";
import type { PolicyResource } from "../subject";

const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";

const accountOf = ({ props }: PolicyResource): string =>
  ["clusterName", "namespace", "serviceAccount"].map(key => textAt(props, key) ?? "").join("/");

export const podIdentityPerWorkload = defineRule({
  id: "pod-identity-per-workload",
  severity: "mandatory-outside-dev",
  sources: ["CE-5.2.1"],
  title: "Each workload has an AWS role of its own",
  why: "A role that two workloads share has the rights of both, and its log cannot tell them apart.",
  fix: "make a role and a ServiceAccount for each workload",
  scope: "stack",
  facts: subject => (subject.type === ASSOCIATION ? [subject] : []),
  fault: (subject, { stack }) => {
    if (textAt(subject.props, "serviceAccount") === "default")
      return "every pod that says nothing runs with the role";
    const role = textAt(subject.props, "roleArn");
    const others = stack.ofType(ASSOCIATION).filter(one => accountOf(one) !== accountOf(subject));
    return others.some(one => textAt(one.props, "roleArn") === role)
      ? "it shares its role with another workload"
      : undefined;
  },
});
