import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const flowLogs = defineRule({
  id: "flow-logs",
  severity: "mandatory-outside-dev",
  sources: ["CKV2_AWS_11"],
  title: "The network keeps a record of its traffic",
  why: "Without flow logs nobody can tell after an attack what was reached and what left.",
  fix: "set towpath:network.flowLogs to true",
  scope: "stack",
  facts: only("vpc"),
  fault: (vpc, { stack }) =>
    stack.companions(vpc, "vpcId", ["aws:ec2/flowLog:FlowLog"]).length > 0
      ? undefined
      : "the VPC has no flow logs",
});
