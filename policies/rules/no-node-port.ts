import { textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const noNodePort = defineRule({
  id: "no-node-port",
  severity: "mandatory",
  sources: ["KS-service-type"],
  title: "Services take no port of every node",
  why: "A NodePort is open on all nodes, past the gateway and its TLS.",
  fix: "use x-towpath.ingress for HTTP, or x-towpath.publish for other ports",
  facts: only("service"),
  fault: ({ props }) =>
    textAt(props, "spec.type") === "NodePort" ? "it takes a port of every node" : undefined,
});
