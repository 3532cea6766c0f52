import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { keptTags } from "../lib/kept-tags";
import { NAME_LIMITS, physicalName } from "../lib/names";
import { sortedEntries } from "../lib/records";
import type { Identity } from "../settings/identity";

export interface PrivateBucketArgs {
  readonly identity: Identity;
  /** What it keeps, a word of its name. */
  readonly purpose: string;
  /** Days after which replaced or deleted objects go. */
  readonly oldVersionDays: number;
  /** Whether a destroy empties it and takes it away; otherwise it stays in the account, as it is. */
  readonly emptiedOnDestroy: boolean;
  /** Days after which objects below a prefix go, by prefix. Default: none do. */
  readonly expiry?: Readonly<Record<string, number>>;
  /** Customer-managed KMS key; absent: S3's own keys. */
  readonly keyArn?: pulumi.Input<string>;
}

/** AWS adds 26 characters of its own to a bucket's prefix. */
const PREFIX_LIMIT = NAME_LIMITS.s3Bucket - 27;

/** A bucket for our own machines: private, encrypted, versioned, over TLS only. */
export class PrivateBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** What must stand before anything is put into the bucket. */
  readonly ready: readonly pulumi.Resource[];
  private readonly child: pulumi.CustomResourceOptions;

  constructor(name: string, args: PrivateBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:PrivateBucket", name, {}, opts);
    const { identity, purpose, emptiedOnDestroy } = args;
    this.child = { parent: this, ...(emptiedOnDestroy ? {} : { retainOnDelete: true }) };
    const bucket = new aws.s3.Bucket(
      `${name}-bucket`,
      {
        bucketPrefix: `${physicalName([identity.project, identity.stack, purpose], PREFIX_LIMIT)}-`,
        forceDestroy: emptiedOnDestroy,
        tags: { ...identity.tags, ...keptTags(!emptiedOnDestroy, purpose) },
      },
      this.child,
    );
    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.ready = [...this.access(name, bucket), ...this.keeping(name, bucket, args)];
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn });
  }

  private access(name: string, { bucket, arn }: aws.s3.Bucket): pulumi.Resource[] {
    const block = {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    };
    const closed = new aws.s3.BucketPublicAccessBlock(`${name}-closed`, { bucket, ...block }, this.child);
    const owner = new aws.s3.BucketOwnershipControls(
      `${name}-owner`,
      { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
      this.child,
    );
    const tls = new aws.s3.BucketPolicy(
      `${name}-tls`,
      { bucket, policy: arn.apply(tlsOnly) },
      { ...this.child, dependsOn: [closed] },
    );
    return [closed, owner, tls];
  }

  private keeping(name: string, { bucket }: aws.s3.Bucket, args: PrivateBucketArgs): pulumi.Resource[] {
    return [
      new aws.s3.BucketServerSideEncryptionConfiguration(
        `${name}-encryption`,
        { bucket, rules: [encryption(args)] },
        this.child,
      ),
      new aws.s3.BucketVersioning(
        `${name}-versions`,
        { bucket, versioningConfiguration: { status: "Enabled" } },
        this.child,
      ),
      new aws.s3.BucketLifecycleConfiguration(
        `${name}-lifecycle`,
        { bucket, rules: lifecycle(args) },
        this.child,
      ),
    ];
  }
}

function encryption({ keyArn }: PrivateBucketArgs) {
  if (keyArn === undefined) return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
  // A bucket key spares a call to KMS for each object.
  const byKey = { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
  return { applyServerSideEncryptionByDefault: byKey, bucketKeyEnabled: true };
}

function lifecycle({ oldVersionDays: noncurrentDays, expiry = {} }: PrivateBucketArgs) {
  const old = {
    id: "old-versions",
    status: "Enabled",
    filter: {},
    noncurrentVersionExpiration: { noncurrentDays },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  const expired = sortedEntries(expiry).map(([prefix, days]) => ({
    id: `old-${prefix.replace(/\/$/, "")}`,
    status: "Enabled",
    filter: { prefix },
    expiration: { days },
  }));
  return [old, ...expired];
}

function tlsOnly(arn: string): string {
  const Statement = [
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}
