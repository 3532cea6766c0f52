import { workloadsOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noHostPort = defineRule({
  id: "no-host-port",
  severity: "mandatory",
  sources: ["CKV_K8S_26"],
  title: "Pods take no port of their node",
  why: "A host port passes by network policies and keeps a second pod off the node.",
  fix: "use a Service",
  facts: workloadsOf,
  fault: ({ what, hostPorts }) =>
    hostPorts.length > 0 ? `${what} takes port ${hostPorts.join(", ")} of its node` : undefined,
});
