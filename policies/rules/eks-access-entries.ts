import { clustersOf } from "../facts/clusters";
import { defineRule } from "../rule";

export const eksAccessEntries = defineRule({
  id: "eks-access-entries",
  severity: "mandatory",
  sources: ["CE-4.1.7"],
  title: "Access to the cluster is granted by access entries",
  why: "The aws-auth ConfigMap is deprecated, is edited by whoever may edit ConfigMaps, and locks everyone out when it is broken.",
  fix: "set authenticationMode to API",
  facts: clustersOf,
  fault: ({ authenticationMode }) =>
    authenticationMode?.toUpperCase() === "API"
      ? undefined
      : "the cluster still reads the aws-auth ConfigMap",
});
