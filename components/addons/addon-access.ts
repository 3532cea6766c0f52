import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { PodIdentity } from "../platforms/eks/pod-identity";
import { PrivateBucket } from "../platforms/private-bucket";
import { policyDocument } from "../platforms/vm/policy-document";
import type { Identity } from "../settings/identity";
import { type Addon, namespaceOf } from "./addon";
import type { AddonContext } from "./addon-context";
import type { AwsAccess } from "./aws-access";

export interface AddonAccessArgs {
  readonly addon: Addon;
  readonly access: AwsAccess;
  readonly context: AddonContext;
  readonly identity: Identity;
  readonly clusterName: pulumi.Input<string>;
  /** Role of the nodes that controllers run on, where there is no Pod Identity. */
  readonly controllerRole?: pulumi.Input<string> | undefined;
}

/** What an add-on needs of AWS: its bucket, and the right to do what it does, by its own role or its node's. */
export class AddonAccess extends pulumi.ComponentResource {
  readonly bucketName?: pulumi.Output<string>;
  /** What must stand before the add-on starts. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: AddonAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:AddonAccess", name, {}, opts);
    const { access } = args;
    const bucket = access.bucket === undefined ? undefined : this.bucket(name, args, access.bucket);
    const accountId = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const policy = pulumi
      .all([accountId, bucket?.arn ?? ""])
      .apply(([account, bucketArn]) => policyDocument(access.statements({ accountId: account, bucketArn })));
    const right = this.right(name, args, policy);
    if (bucket !== undefined) this.bucketName = bucket.bucketName;
    this.ready = [right, ...(bucket?.ready ?? [])];
    this.registerOutputs({});
  }

  private bucket(name: string, { context, identity }: AddonAccessArgs, purpose: string): PrivateBucket {
    return new PrivateBucket(
      `${name}-${purpose}`,
      { identity, purpose, oldVersionDays: 30, emptiedOnDestroy: context.environment !== "prod" },
      { parent: this },
    );
  }

  private right(name: string, args: AddonAccessArgs, policy: pulumi.Output<string>): pulumi.Resource {
    const { addon, access, identity, clusterName, controllerRole } = args;
    if (controllerRole !== undefined)
      return new aws.iam.RolePolicy(`${name}-policy`, { role: controllerRole, policy }, { parent: this });
    return new PodIdentity(
      `${name}-identity`,
      {
        identity,
        clusterName,
        namespace: namespaceOf(addon),
        serviceAccount: access.serviceAccount,
        policy,
      },
      { parent: this },
    );
  }
}
