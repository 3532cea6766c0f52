import { roleBindingsOf } from "../facts/role-bindings";
import { defineRule } from "../rule";

export const noClusterAdmin = defineRule({
  id: "no-cluster-admin",
  severity: "mandatory",
  sources: ["CE-4.1.1"],
  title: "Nothing is given the role cluster-admin",
  why: "Whoever takes over what has that role has the cluster.",
  fix: "bind a role with what is needed; people get theirs by access entries",
  facts: roleBindingsOf,
  fault: ({ role }) => (role === "cluster-admin" ? "it gives the role cluster-admin" : undefined),
});
