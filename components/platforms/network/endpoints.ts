import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import type { EndpointServices } from "./endpoint-services";

export interface EndpointsArgs {
  readonly identity: Identity;
  readonly region: string;
  readonly vpcId: pulumi.Input<string>;
  /** The VPC's block, whose machines may use the endpoints. */
  readonly cidr: string;
  readonly services: EndpointServices;
  /** Private ones, one a zone. */
  readonly subnetIds: readonly pulumi.Output<string>[];
  /** Of the private subnets. */
  readonly routeTableIds: readonly pulumi.Output<string>[];
}

/** Ways from private subnets to AWS's services that do not lead through NAT. */
export class Endpoints extends pulumi.ComponentResource {
  constructor(name: string, args: EndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:Endpoints", name, {}, opts);
    const { services, subnetIds, routeTableIds } = args;
    const base = (service: string) => ({
      vpcId: args.vpcId,
      serviceName: `com.amazonaws.${args.region}.${service}`,
      tags: this.tags(args, service),
    });
    if (services.s3)
      new aws.ec2.VpcEndpoint(
        `${name}-s3`,
        { ...base("s3"), vpcEndpointType: "Gateway", routeTableIds: [...routeTableIds] },
        { parent: this },
      );
    const door = services.interfaces.length === 0 ? undefined : this.door(name, args);
    for (const service of services.interfaces) {
      new aws.ec2.VpcEndpoint(
        `${name}-${service.replaceAll(".", "-")}`,
        {
          ...base(service),
          vpcEndpointType: "Interface",
          // The service's usual name then leads to the endpoint.
          privateDnsEnabled: true,
          subnetIds: [...subnetIds],
          securityGroupIds: door === undefined ? [] : [door.id],
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }

  private door(name: string, args: EndpointsArgs): aws.ec2.SecurityGroup {
    const group = new aws.ec2.SecurityGroup(
      `${name}-door`,
      {
        vpcId: args.vpcId,
        description: "Endpoints of AWS services, for the machines of this network",
        tags: this.tags(args, "endpoints"),
      },
      { parent: this },
    );
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-tls`,
      {
        securityGroupId: group.id,
        cidrIpv4: args.cidr,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "TLS from this network",
        tags: args.identity.tags,
      },
      { parent: this },
    );
    return group;
  }

  private tags({ identity }: EndpointsArgs, what: string): Record<string, string> {
    return { ...identity.tags, Name: `${identity.project}-${identity.stack}-${what}` };
  }
}
