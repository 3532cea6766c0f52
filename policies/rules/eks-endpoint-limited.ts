import { clustersOf } from "../facts/clusters";
import { defineRule } from "../rule";

export const eksEndpointLimited = defineRule({
  id: "eks-endpoint-limited",
  severity: "mandatory",
  sources: ["CKV_AWS_38", "CKV_AWS_39"],
  title: "The cluster's API is not open to everyone",
  why: "The API server is the cluster's front door; a hole in it should not be tried by the whole internet.",
  fix: "set towpath:eks.endpoint.cidrs to the networks that need it, or public to false",
  facts: clustersOf,
  fault: cluster => {
    if (!cluster.hasPublicEndpoint) return undefined;
    const open = cluster.publicCidrs.length === 0 || cluster.publicCidrs.includes("0.0.0.0/0");
    return open ? "everyone may reach the cluster's API" : undefined;
  },
});
