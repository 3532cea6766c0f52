import { listAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const defaultSecurityGroupClosed = defineRule({
  id: "default-security-group-closed",
  severity: "mandatory-outside-dev",
  sources: ["CKV2_AWS_12"],
  title: "The default security group lets nothing through",
  why: "Whatever is started without a group of its own lands in the default one, which lets its members talk freely.",
  fix: "add an aws.ec2.DefaultSecurityGroup without rules to the VPC",
  scope: "stack",
  facts: only("vpc"),
  fault: (vpc, { stack }) => {
    const [group] = stack.companions(vpc, "vpcId", ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"]);
    if (group === undefined) return "the VPC's default security group is as AWS makes it, open to itself";
    const rules = [...listAt(group.props, "ingress"), ...listAt(group.props, "egress")];
    return rules.length > 0 ? "the VPC's default security group has rules" : undefined;
  },
});
