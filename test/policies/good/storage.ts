import { make, policy, tags, unknown } from "./make";

export const STORAGE = [
  make("aws:s3/bucket:Bucket", "bucket", { tags }),
  make(
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "bucket-block",
    {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    ["bucket"],
  ),
  make(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "bucket-encryption",
    { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown } }] },
    ["bucket"],
  ),
  make("aws:s3/bucketLogging:BucketLogging", "bucket-logging", { targetPrefix: "bucket/" }, ["bucket"]),
  make(
    "aws:s3/bucketVersioning:BucketVersioning",
    "bucket-versions",
    { versioningConfiguration: { status: "Enabled" } },
    ["bucket"],
  ),
  make(
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "bucket-lifecycle",
    { rules: [{ abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }] },
    ["bucket"],
  ),
  make(
    "aws:s3/bucketPolicy:BucketPolicy",
    "bucket-policy",
    {
      policy: policy({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    },
    ["bucket"],
  ),
  make("aws:ecr/repository:Repository", "repository", {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: unknown }],
    tags,
  }),
  make("aws:ecr/lifecyclePolicy:LifecyclePolicy", "repository-lifecycle", {}, ["repository"]),
];
