import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { compact } from "../../lib/records";
import type { PolicyStatement } from "../../registry/registry";
import type { Identity } from "../../settings/identity";
import { hostStatements } from "./host-statements";
import { policyDocument } from "./policy-document";

export interface HostRoleArgs {
  readonly identity: Identity;
  readonly bucketArn: pulumi.Input<string>;
  readonly secretsArn: pulumi.Input<string>;
  /** The bucket of backups, where there is one. */
  readonly backupsArn?: pulumi.Input<string>;
  /** CloudWatch namespace that the host may put metrics into; none when absent. */
  readonly metricsNamespace?: string;
  readonly keyArn?: pulumi.Input<string>;
  /** What the registry asks for so that images can be pulled. */
  readonly pullStatements: pulumi.Input<readonly PolicyStatement[]>;
}

/** The instance's role: managed by SSM, and the least that a release needs. */
export class HostRole extends pulumi.ComponentResource {
  readonly profileName: pulumi.Output<string>;
  /** What must stand before the host can fetch a release. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: HostRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:HostRole", name, {}, opts);
    const { identity, bucketArn, secretsArn, backupsArn, metricsNamespace, keyArn, pullStatements } = args;
    const role = new aws.iam.Role(
      `${name}-role`,
      { assumeRolePolicy: JSON.stringify(ASSUMED_BY_EC2), tags: identity.tags },
      { parent: this },
    );
    const managed = new aws.iam.RolePolicyAttachment(
      `${name}-ssm`,
      { role: role.name, policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
      { parent: this },
    );
    const granted = pulumi
      .all([bucketArn, secretsArn, backupsArn, keyArn, pullStatements])
      .apply(([bucket, secrets, backups, key, pull]) => [
        ...hostStatements(
          compact({
            bucketArn: bucket,
            secretsArn: secrets,
            backupsArn: backups,
            metricsNamespace,
            keyArn: key,
          }),
        ),
        ...pull,
      ]);
    const policy = new aws.iam.RolePolicy(
      `${name}-release`,
      { role: role.name, policy: granted.apply(policyDocument) },
      { parent: this },
    );
    const profile = new aws.iam.InstanceProfile(
      `${name}-profile`,
      { role: role.name, tags: identity.tags },
      { parent: this },
    );
    this.profileName = profile.name;
    this.ready = [managed, policy];
    this.registerOutputs({ profileName: this.profileName });
  }
}

const ASSUMED_BY_EC2 = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
