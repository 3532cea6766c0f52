import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";

export interface PodIdentityArgs {
  readonly identity: Identity;
  readonly clusterName: pulumi.Input<string>;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** What it may do, as JSON text. */
  readonly policy: pulumi.Input<string>;
}

/** A role for one service account of one cluster, by EKS Pod Identity. */
export class PodIdentity extends pulumi.ComponentResource {
  readonly association: aws.eks.PodIdentityAssociation;

  constructor(name: string, args: PodIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:PodIdentity", name, {}, opts);
    const { identity, clusterName, namespace, serviceAccount } = args;
    const accountId = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const role = new aws.iam.Role(
      `${name}-role`,
      { assumeRolePolicy: accountId.apply(assumedByPods), tags: identity.tags },
      { parent: this },
    );
    const policy = new aws.iam.RolePolicy(
      `${name}-policy`,
      { role: role.name, policy: args.policy },
      { parent: this },
    );
    this.association = new aws.eks.PodIdentityAssociation(
      `${name}-association`,
      { clusterName, namespace, serviceAccount, roleArn: role.arn, tags: identity.tags },
      { parent: this, dependsOn: [policy] },
    );
    this.registerOutputs({});
  }
}

function assumedByPods(accountId: string): string {
  const Statement = [
    {
      Effect: "Allow",
      Principal: { Service: "pods.eks.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:TagSession"],
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}
