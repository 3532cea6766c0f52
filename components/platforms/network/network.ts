import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { availabilityZones } from "./availability-zones";
import type { EndpointServices } from "./endpoint-services";
import { Endpoints } from "./endpoints";
import { FlowLogs } from "./flow-logs";
import { PrivateSubnets } from "./private-subnets";
import { subnetBlocks } from "./subnet-blocks";

export type Nat = "none" | "single" | "per-zone";

export interface NetworkArgs {
  readonly identity: Identity;
  readonly region: string;
  /** The VPC's IPv4 block, /16 to /24. */
  readonly cidr: string;
  /** Zones to spread over, 1 to 3. */
  readonly zones: number;
  /** NAT gateways for private subnets; `none` makes no private subnets. */
  readonly nat: Nat;
  /** What private subnets have of AWS's services without NAT. Default: nothing. */
  readonly endpoints?: EndpointServices;
  /** Keep flow logs, under this key when one is given. Default: none are kept. */
  readonly flowLogs?: { readonly keyArn?: pulumi.Input<string> };
  /** Lets load-balancer controllers of Kubernetes find the subnets. Default false. */
  readonly forKubernetes?: boolean;
}

/** A VPC with public subnets, private ones when asked, and a default security group that lets nothing through. */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  /** One a zone, in the order of `zones`. */
  readonly publicSubnetIds: readonly pulumi.Output<string>[];
  /** One a zone; empty without NAT. */
  readonly privateSubnetIds: readonly pulumi.Output<string>[];
  /** Names of the availability zones. */
  readonly zones: readonly string[];
  /** What must stand before anything in a subnet reaches the internet. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:Network", name, {}, opts);
    const { identity, cidr, nat } = args;
    const blocks = subnetBlocks(cidr, args.zones);
    this.zones = availabilityZones(args.region, args.zones);
    const vpc = this.vpc(name, args);
    const { subnets, ready } = this.publicSubnets(name, args, vpc, blocks.public);
    this.vpcId = vpc.id;
    this.publicSubnetIds = subnets.map(subnet => subnet.id);
    const inside = nat === "none" ? undefined : this.inside(name, args, nat, blocks.private, ready);
    this.privateSubnetIds = inside?.subnetIds ?? [];
    this.ready = [...ready, ...(inside?.ready ?? [])];
    if (args.flowLogs !== undefined)
      new FlowLogs(`${name}-flow-logs`, { identity, vpcId: vpc.id, ...args.flowLogs }, { parent: this });
    this.registerOutputs({ vpcId: this.vpcId });
  }

  /** Private subnets, and their ways to AWS's services. */
  private inside(
    name: string,
    args: NetworkArgs,
    nat: "single" | "per-zone",
    blocks: readonly string[],
    dependsOn: pulumi.Resource[],
  ): PrivateSubnets {
    const { identity, region, cidr, endpoints: services, forKubernetes = false } = args;
    const { vpcId, zones, publicSubnetIds } = this;
    const subnets = new PrivateSubnets(
      `${name}-private`,
      { identity, vpcId, zones, blocks, nat, forKubernetes, publicSubnetIds },
      { parent: this, dependsOn },
    );
    if (services?.s3) {
      const { subnetIds, routeTableIds } = subnets;
      new Endpoints(
        `${name}-endpoints`,
        { identity, region, cidr, vpcId, services, subnetIds, routeTableIds },
        { parent: this },
      );
    }
    return subnets;
  }

  private vpc(name: string, { identity, cidr }: NetworkArgs): aws.ec2.Vpc {
    const vpc = new aws.ec2.Vpc(
      `${name}-vpc`,
      { cidrBlock: cidr, enableDnsSupport: true, enableDnsHostnames: true, tags: named(identity, name) },
      { parent: this },
    );
    new aws.ec2.DefaultSecurityGroup(
      `${name}-closed`,
      { vpcId: vpc.id, ingress: [], egress: [], tags: named(identity, `${name}-closed`) },
      { parent: this },
    );
    return vpc;
  }

  private publicSubnets(name: string, args: NetworkArgs, vpc: aws.ec2.Vpc, blocks: readonly string[]) {
    const { identity, forKubernetes = false } = args;
    const gateway = new aws.ec2.InternetGateway(
      `${name}-gateway`,
      { vpcId: vpc.id, tags: named(identity, name) },
      { parent: this },
    );
    const table = new aws.ec2.RouteTable(
      `${name}-public`,
      { vpcId: vpc.id, tags: named(identity, `${name}-public`) },
      { parent: this },
    );
    const route = new aws.ec2.Route(
      `${name}-internet`,
      { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
      { parent: this },
    );
    const parts = this.zones.map((zone, index) => {
      const key = `${name}-public-${zone}`;
      const roles = forKubernetes ? { "kubernetes.io/role/elb": "1" } : {};
      const subnet = new aws.ec2.Subnet(
        key,
        {
          vpcId: vpc.id,
          availabilityZone: zone,
          cidrBlock: blocks[index] ?? "",
          mapPublicIpOnLaunch: false,
          tags: { ...named(identity, key), ...roles },
        },
        { parent: this },
      );
      const link = new aws.ec2.RouteTableAssociation(
        key,
        { subnetId: subnet.id, routeTableId: table.id },
        { parent: this },
      );
      return { subnet, link };
    });
    return { subnets: parts.map(part => part.subnet), ready: [route, ...parts.map(part => part.link)] };
  }
}

function named(identity: Identity, name: string): Record<string, string> {
  return { ...identity.tags, Name: `${identity.project}-${identity.stack}-${name}` };
}
