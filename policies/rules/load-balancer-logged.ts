import { isOn } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const loadBalancerLogged = defineRule({
  id: "load-balancer-logged",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_91"],
  title: "Load balancers keep a record of requests",
  why: "Without it nobody can tell who tried what before an attack came through.",
  fix: "set accessLogs to a bucket, with enabled true",
  facts: only("loadBalancer"),
  fault: ({ props }) => (isOn(props, "accessLogs.enabled") ? undefined : "it keeps no record of requests"),
});
