import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";

export interface PrivateSubnetsArgs {
  readonly identity: Identity;
  readonly vpcId: pulumi.Input<string>;
  readonly zones: readonly string[];
  /** Address blocks, one a zone. */
  readonly blocks: readonly string[];
  /** Where the NAT gateways stand, one a zone. */
  readonly publicSubnetIds: readonly pulumi.Output<string>[];
  /** One NAT gateway in the first zone, or one in each. */
  readonly nat: "single" | "per-zone";
  readonly forKubernetes: boolean;
}

/** Subnets that reach the internet through NAT and are not reached from it. */
export class PrivateSubnets extends pulumi.ComponentResource {
  readonly subnetIds: readonly pulumi.Output<string>[];
  /** One a zone. */
  readonly routeTableIds: readonly pulumi.Output<string>[];
  /** What must stand before anything in these subnets reaches the internet. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: PrivateSubnetsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:PrivateSubnets", name, {}, opts);
    const gateways = this.natGateways(name, args);
    const parts = args.zones.map((zone, index) => this.subnet(`${name}-${zone}`, args, index, gateways));
    this.subnetIds = parts.map(part => part.subnet.id);
    this.routeTableIds = parts.map(part => part.table.id);
    this.ready = parts.flatMap(part => part.ready);
    this.registerOutputs({});
  }

  private natGateways(name: string, args: PrivateSubnetsArgs): readonly aws.ec2.NatGateway[] {
    const zones = args.nat === "single" ? args.zones.slice(0, 1) : args.zones;
    return zones.map((zone, index) => {
      const tags = {
        ...args.identity.tags,
        Name: `${args.identity.project}-${args.identity.stack}-nat-${zone}`,
      };
      const address = new aws.ec2.Eip(`${name}-nat-${zone}`, { domain: "vpc", tags }, { parent: this });
      const subnetId = args.publicSubnetIds[index] ?? "";
      return new aws.ec2.NatGateway(
        `${name}-nat-${zone}`,
        { allocationId: address.id, subnetId, tags },
        { parent: this },
      );
    });
  }

  private subnet(
    key: string,
    args: PrivateSubnetsArgs,
    index: number,
    gateways: readonly aws.ec2.NatGateway[],
  ) {
    const { identity, vpcId, zones, blocks, forKubernetes } = args;
    const tags = { ...identity.tags, Name: `${identity.project}-${identity.stack}-${key}` };
    const roles = forKubernetes ? { "kubernetes.io/role/internal-elb": "1" } : {};
    const subnet = new aws.ec2.Subnet(
      key,
      {
        vpcId,
        availabilityZone: zones[index] ?? "",
        cidrBlock: blocks[index] ?? "",
        mapPublicIpOnLaunch: false,
        tags: { ...tags, ...roles },
      },
      { parent: this },
    );
    const table = new aws.ec2.RouteTable(key, { vpcId, tags }, { parent: this });
    const natGatewayId = (gateways[index] ?? gateways[0])?.id ?? "";
    const route = new aws.ec2.Route(
      key,
      { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId },
      { parent: this },
    );
    const link = new aws.ec2.RouteTableAssociation(
      key,
      { subnetId: subnet.id, routeTableId: table.id },
      { parent: this },
    );
    return { subnet, table, ready: [route, link] };
  }
}
