import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { assumedBy } from "../assumed-by";
import { policyDocument, type Statement } from "../vm/policy-document";

export interface NodeProfileArgs {
  readonly identity: Identity;
  readonly statements: pulumi.Input<readonly Statement[]>;
}

/** The role of a kind of node: managed by SSM, and what its statements say. */
export class NodeProfile extends pulumi.ComponentResource {
  readonly profileArn: pulumi.Output<string>;
  readonly profileName: pulumi.Output<string>;
  readonly roleName: pulumi.Output<string>;
  /** What must stand before a node starts. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: NodeProfileArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:NodeProfile", name, {}, opts);
    const { identity, statements } = args;
    const role = new aws.iam.Role(
      `${name}-role`,
      { assumeRolePolicy: assumedBy("ec2.amazonaws.com"), tags: identity.tags },
      { parent: this },
    );
    const ssm = new aws.iam.RolePolicyAttachment(
      `${name}-ssm`,
      { role: role.name, policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
      { parent: this },
    );
    const own = new aws.iam.RolePolicy(
      `${name}-node`,
      { role: role.name, policy: pulumi.output(statements).apply(policyDocument) },
      { parent: this },
    );
    const profile = new aws.iam.InstanceProfile(
      `${name}-profile`,
      { role: role.name, tags: identity.tags },
      { parent: this },
    );
    this.profileArn = profile.arn;
    this.profileName = profile.name;
    this.roleName = role.name;
    this.ready = [ssm, own];
    this.registerOutputs({ profileName: this.profileName });
  }
}
