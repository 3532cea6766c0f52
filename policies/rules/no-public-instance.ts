import { machinesOf } from "../facts/machines";
import { typesOf } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const noPublicInstance = defineRule({
  id: "no-public-instance",
  severity: "advisory",
  sources: ["CKV_AWS_88"],
  title: "Machines behind a load balancer have no public address",
  why: "Whoever can reach a machine directly passes by the load balancer and what it checks.",
  fix: "set associatePublicIpAddress to false",
  scope: "stack",
  facts: machinesOf,
  fault: ({ hasPublicAddress }, { stack }) =>
    hasPublicAddress && stack.ofType(...typesOf("loadBalancer")).length > 0
      ? "it has a public address beside a load balancer"
      : undefined,
});
