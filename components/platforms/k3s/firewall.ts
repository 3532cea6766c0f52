import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { EGRESS_RULES } from "../vm/host-rules";
import { boardRules, INNER_RULES, type OuterAccess, outerRules } from "./firewall-rules";

export interface FirewallArgs extends OuterAccess {
  readonly identity: Identity;
  readonly vpcId: pulumi.Input<string>;
}

/** Two security groups: one that all nodes are in, and one for what reaches the servers from outside. */
export class Firewall extends pulumi.ComponentResource {
  readonly nodesGroupId: pulumi.Output<string>;
  readonly serversGroupId: pulumi.Output<string>;

  constructor(name: string, args: FirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:Firewall", name, {}, opts);
    const { identity, vpcId } = args;
    const tags = (key: string) => ({
      ...identity.tags,
      Name: `${identity.project}-${identity.stack}-${name}-${key}`,
    });
    const nodes = new aws.ec2.SecurityGroup(
      `${name}-nodes`,
      {
        description: "Between the nodes of the cluster",
        vpcId,
        ingress: [...INNER_RULES, ...boardRules(args.boards)],
        egress: EGRESS_RULES,
        tags: tags("nodes"),
      },
      { parent: this },
    );
    const servers = new aws.ec2.SecurityGroup(
      `${name}-servers`,
      {
        description: "What reaches the servers from outside",
        vpcId,
        ingress: outerRules(args),
        egress: [],
        tags: tags("servers"),
      },
      { parent: this },
    );
    this.nodesGroupId = nodes.id;
    this.serversGroupId = servers.id;
    this.registerOutputs({});
  }
}
