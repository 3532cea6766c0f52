import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { NAME_LIMITS, physicalName } from "../../lib/names";
import type { Identity } from "../../settings/identity";

export interface ReleaseBucketArgs {
  readonly identity: Identity;
  readonly keyArn?: pulumi.Input<string>;
}

/** AWS adds 26 characters of its own to a bucket's prefix. */
const PREFIX_LIMIT = NAME_LIMITS.s3Bucket - 27;

/** Where releases wait for their host: private, encrypted, versioned, over TLS only, emptied of what is old. */
export class ReleaseBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** What must stand before anything is put into the bucket. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: ReleaseBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:ReleaseBucket", name, {}, opts);
    const { identity } = args;
    const bucketPrefix = `${physicalName([identity.project, identity.stack, "releases"], PREFIX_LIMIT)}-`;
    const bucket = new aws.s3.Bucket(
      `${name}-bucket`,
      { bucketPrefix, forceDestroy: true, tags: identity.tags },
      { parent: this },
    );
    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.ready = [...this.protection(name, bucket, args.keyArn), this.lifecycle(name, bucket)];
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn });
  }

  private protection(name: string, { bucket, arn }: aws.s3.Bucket, keyArn: pulumi.Input<string> | undefined) {
    const closed = new aws.s3.BucketPublicAccessBlock(
      `${name}-closed`,
      {
        bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      { parent: this },
    );
    const algorithm =
      keyArn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
    return [
      closed,
      new aws.s3.BucketOwnershipControls(
        `${name}-owner`,
        { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
        { parent: this },
      ),
      new aws.s3.BucketServerSideEncryptionConfiguration(
        `${name}-encryption`,
        { bucket, rules: [{ applyServerSideEncryptionByDefault: algorithm, bucketKeyEnabled: true }] },
        { parent: this },
      ),
      new aws.s3.BucketVersioning(
        `${name}-versions`,
        { bucket, versioningConfiguration: { status: "Enabled" } },
        { parent: this },
      ),
      new aws.s3.BucketPolicy(
        `${name}-tls`,
        { bucket, policy: arn.apply(tlsOnly) },
        { parent: this, dependsOn: [closed] },
      ),
    ];
  }

  private lifecycle(name: string, { bucket }: aws.s3.Bucket) {
    const rules = [
      {
        id: "old-releases",
        status: "Enabled",
        filter: {},
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
      { id: "old-output", status: "Enabled", filter: { prefix: "output/" }, expiration: { days: 90 } },
    ];
    return new aws.s3.BucketLifecycleConfiguration(`${name}-lifecycle`, { bucket, rules }, { parent: this });
  }
}

function tlsOnly(arn: string): string {
  const statement = {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
