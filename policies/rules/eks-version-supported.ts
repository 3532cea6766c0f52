import { eksSupport } from "../../pricing/eks-support";
import { clustersOf } from "../facts/clusters";
import { defineRule } from "../rule";

export const eksVersionSupported = defineRule({
  id: "eks-version-supported",
  severity: "mandatory",
  sources: ["CKV_AWS_339"],
  title: "The cluster's version is in standard support",
  why: "A version past its support gets late fixes at six times the price, and is upgraded by force in the end.",
  fix: "set towpath:eks.version to a supported one, one minor version at a time",
  facts: clustersOf,
  fault: ({ version }, { today }) =>
    version !== undefined && eksSupport(version, today) === "extended"
      ? `standard support of Kubernetes ${version} is over`
      : undefined,
});
