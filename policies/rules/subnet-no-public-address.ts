import { isOn } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const subnetNoPublicAddress = defineRule({
  id: "subnet-no-public-address",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_130"],
  title: "Subnets hand out no public addresses",
  why: "Whatever is started in such a subnet stands on the internet without anybody having said so.",
  fix: "set mapPublicIpOnLaunch to false, and ask for an address where one is needed",
  facts: only("subnet"),
  fault: ({ props }) =>
    isOn(props, "mapPublicIpOnLaunch") ? "every machine in the subnet gets a public address" : undefined,
});
