import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { clusterName as nameOf } from "../../lib/cluster-names";
import type { FargatePool } from "../../settings/eks-pool";
import type { Identity } from "../../settings/identity";
import { fargateTrust } from "./fargate-trust";

const POLICY = "arn:aws:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy";

export interface FargateProfilesArgs {
  readonly pools: readonly FargatePool[];
  readonly identity: Identity;
  readonly region: string;
  readonly clusterName: pulumi.Input<string>;
  readonly privateSubnetIds: readonly pulumi.Input<string>[];
}

/** Fargate profiles: which pods get a machine of their own. EKS makes one at a time, so one waits for the other. */
export class FargateProfiles extends pulumi.ComponentResource {
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: FargateProfilesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:FargateProfiles", name, {}, opts);
    const { pools, identity, clusterName, privateSubnetIds } = args;
    const role = this.role(name, args);
    const made: pulumi.Resource[] = [];
    for (const pool of pools) {
      const profile = new aws.eks.FargateProfile(
        `${name}-${pool.name}`,
        {
          clusterName,
          podExecutionRoleArn: role.arn,
          subnetIds: [...privateSubnetIds],
          selectors: pool.namespaces.map(namespace => ({ namespace, labels: { ...pool.labels } })),
          tags: identity.tags,
        },
        { parent: this, dependsOn: [role.policy, ...made.slice(-1)] },
      );
      made.push(profile);
    }
    this.ready = made;
    this.registerOutputs({});
  }

  /** By this role a pod's machine pulls images and writes logs; the pod itself does not get it. */
  private role(name: string, { identity, region }: FargateProfilesArgs) {
    const accountId = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const role = new aws.iam.Role(
      `${name}-role`,
      {
        assumeRolePolicy: accountId.apply(account =>
          fargateTrust({ clusterName: nameOf(identity), region, accountId: account }),
        ),
        tags: identity.tags,
      },
      { parent: this },
    );
    const policy = new aws.iam.RolePolicyAttachment(
      `${name}-policy`,
      { role: role.name, policyArn: POLICY },
      { parent: this },
    );
    return { arn: role.arn, policy };
  }
}
