import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { keptTags } from "../../lib/kept-tags";
import { physicalName } from "../../lib/names";
import type { Identity } from "../../settings/identity";

export interface StackKeyArgs {
  readonly identity: Identity;
  readonly region: string;
  /** Whether it outlives the stack: what a destroy leaves can be read by this key alone. */
  readonly kept: boolean;
}

/** A customer-managed KMS key for everything a stack stores; AWS-managed keys do where a dollar a month matters. */
export class StackKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(
    name: string,
    { identity, region, kept }: StackKeyArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:StackKey", name, {}, opts);
    const accountId = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const key = new aws.kms.Key(
      `${name}-key`,
      {
        description: `Data of ${identity.project} ${identity.stack}`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: accountId.apply(account => JSON.stringify(keyPolicy(account, region))),
        tags: { ...identity.tags, ...keptTags(kept, "the key of what is kept") },
      },
      { parent: this, retainOnDelete: kept },
    );
    new aws.kms.Alias(
      `${name}-alias`,
      {
        name: `alias/${physicalName(["towpath", identity.project, identity.stack])}`,
        targetKeyId: key.keyId,
      },
      { parent: this },
    );
    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** The account decides by IAM who may use the key; CloudWatch may for this account's log groups and alarms. */
function keyPolicy(account: string, region: string) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AccountByIam",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "CloudWatchLogs",
        Effect: "Allow",
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:log-group:*` },
        },
      },
      {
        Sid: "CloudWatchAlarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": account } },
      },
    ],
  };
}
