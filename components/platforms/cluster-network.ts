import type * as pulumi from "@pulumi/pulumi";

/** What a cluster needs of the network that it stands in. */
export interface ClusterNetwork {
  readonly vpcId: pulumi.Output<string>;
  /** Names of the availability zones, in the order of the subnets. */
  readonly zones: readonly string[];
  /** One a zone. */
  readonly publicSubnetIds: readonly pulumi.Output<string>[];
  /** One a zone; empty without NAT, and then nodes stand in the public ones with nothing let in. */
  readonly privateSubnetIds: readonly pulumi.Output<string>[];
  /** What must stand before a node reaches the internet. */
  readonly ready: readonly pulumi.Resource[];
}
