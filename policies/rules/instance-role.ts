import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const instanceRole = defineRule({
  id: "instance-role",
  severity: "mandatory-outside-dev",
  sources: ["CKV2_AWS_41"],
  title: "Machines have a role",
  why: "Without one, programs on the machine are given keys that live for ever, and Systems Manager cannot reach it.",
  fix: "set iamInstanceProfile",
  facts: only("instance"),
  // A role is a role, also when its name is known only after the update.
  fault: ({ props }) => (props.iamInstanceProfile ? undefined : "the machine has no role"),
});
