import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { assumedBy } from "../assumed-by";

/** AWS's own policies for a node: join the cluster, give pods addresses, pull images, be managed by SSM. */
const POLICIES = {
  worker: "AmazonEKSWorkerNodePolicy",
  network: "AmazonEKS_CNI_Policy",
  registry: "AmazonEC2ContainerRegistryPullOnly",
  manager: "AmazonSSMManagedInstanceCore",
} as const;

export interface NodeRoleArgs {
  readonly identity: Identity;
}

/** The role of all nodes. Pods do not get it: controllers have their own by Pod Identity. */
export class NodeRole extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** What must stand before a node joins, and until it is gone. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, { identity }: NodeRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:NodeRole", name, {}, opts);
    const role = new aws.iam.Role(
      `${name}-role`,
      { assumeRolePolicy: assumedBy("ec2.amazonaws.com"), tags: identity.tags },
      { parent: this },
    );
    const attachments = Object.entries(POLICIES).map(
      ([key, policy]) =>
        new aws.iam.RolePolicyAttachment(
          `${name}-${key}`,
          { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policy}` },
          { parent: this },
        ),
    );
    // The manager's policy lets an instance read every parameter of the account; a node needs none.
    const none = new aws.iam.RolePolicy(
      `${name}-no-parameters`,
      { role: role.name, policy: NO_PARAMETERS },
      { parent: this },
    );
    this.arn = role.arn;
    this.name = role.name;
    this.ready = [...attachments, none];
    this.registerOutputs({ arn: this.arn });
  }
}

const NO_PARAMETERS = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "NoParameters",
      Effect: "Deny",
      Action: ["ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath"],
      Resource: "*",
    },
  ],
});
