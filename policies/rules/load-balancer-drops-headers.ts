import { isOn, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const loadBalancerDropsHeaders = defineRule({
  id: "load-balancer-drops-headers",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_131"],
  title: "Load balancers drop headers that are none",
  why: "What the load balancer and the app read differently lets one request hide in another.",
  fix: "set dropInvalidHeaderFields to true",
  // Those for TCP and gateways read no headers.
  facts: subject =>
    only("loadBalancer")(subject).filter(
      ({ props }) => (textAt(props, "loadBalancerType") ?? "application") === "application",
    ),
  fault: ({ props }) =>
    isOn(props, "dropInvalidHeaderFields") ? undefined : "it hands on headers that are not valid",
});
