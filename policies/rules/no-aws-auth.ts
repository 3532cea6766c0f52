import { read } from "../facts/read";
import { defineRule } from "../rule";

const MAPS = ["kubernetes:core/v1:ConfigMap", "kubernetes:core/v1:ConfigMapPatch"];

export const noAwsAuth = defineRule({
  id: "no-aws-auth",
  severity: "mandatory",
  sources: ["CE-4.1.7"],
  title: "Nobody edits the ConfigMap aws-auth",
  why: "Whoever may edit that map may make themselves administrator, and a slip in it locks everyone out.",
  fix: "grant access by aws.eks.AccessEntry",
  facts: ({ type, props }) => (MAPS.includes(type) ? [() => read(props, "metadata.name")] : []),
  fault: name => (name() === "aws-auth" ? "it grants access to the cluster by a ConfigMap" : undefined),
});
