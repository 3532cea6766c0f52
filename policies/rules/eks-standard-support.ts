import { clustersOf } from "../facts/clusters";
import { defineRule } from "../rule";

export const eksStandardSupport = defineRule({
  id: "eks-standard-support",
  severity: "advisory",
  sources: [],
  title: "The cluster does not slip into extended support",
  why: "Extended support starts by itself and makes the control plane six times as dear.",
  fix: "set upgradePolicy.supportType to STANDARD",
  facts: clustersOf,
  fault: ({ supportType }) =>
    supportType === "STANDARD" ? undefined : "the cluster goes on into extended support by itself",
});
