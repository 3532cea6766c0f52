import { isOn } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const loadBalancerProtected = defineRule({
  id: "load-balancer-protected",
  severity: "mandatory-in-prod",
  sources: ["CKV_AWS_150"],
  title: "Load balancers of production cannot be removed by mistake",
  why: "A new one has another address, and every name that points to the old one leads nowhere.",
  fix: "set enableDeletionProtection to true",
  facts: only("loadBalancer"),
  fault: ({ props }) => (isOn(props, "enableDeletionProtection") ? undefined : "one call removes it"),
});
