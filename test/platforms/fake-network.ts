import * as pulumi from "@pulumi/pulumi";
import type { ClusterNetwork } from "../../components/platforms/cluster-network";
import type { Registry } from "../../components/registry/registry";

/** A network that stands already, with or without private subnets. */
export function fakeNetwork({ inside }: { readonly inside: boolean }): ClusterNetwork {
  const ids = (kind: string) => ["a", "b"].map(zone => pulumi.output(`subnet-${kind}-${zone}`));
  return {
    vpcId: pulumi.output("vpc-1"),
    zones: ["us-east-1a", "us-east-1b"],
    publicSubnetIds: ids("public"),
    privateSubnetIds: inside ? ids("private") : [],
    ready: [],
  };
}

/** A registry whose images may be pulled by one statement. */
export function fakeRegistry(): Registry {
  const pull = {
    Sid: "Pull",
    Effect: "Allow",
    Action: ["ecr:BatchGetImage"],
    Resource: ["arn:aws:ecr:us-east-1:123456789012:repository/shop/*"],
  } as const;
  return {
    repository: service => pulumi.output(`registry.example.com/shop/${service}`),
    pullStatements: pulumi.output([pull]),
  };
}
