import { isOn } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const ebsOptimized = defineRule({
  id: "ebs-optimized",
  severity: "advisory",
  sources: ["CKV_AWS_135"],
  title: "Machines have a lane of their own to their disks",
  why: "Otherwise disk and network share one lane, and a busy network slows the database.",
  fix: "set ebsOptimized to true",
  // What is made from a launch template is of many types, and those of today have the lane anyway.
  facts: only("instance"),
  fault: ({ props }) =>
    isOn(props, "ebsOptimized") ? undefined : "the machine does not ask for a lane to its disks",
});
