import { ENCRYPTIONS } from "../facts/bucket-encryptions";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const bucketEncrypted = defineRule({
  id: "bucket-encrypted",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_19"],
  title: "Buckets say how they encrypt",
  why: "Stated encryption can be checked and cannot be changed in silence.",
  fix: "add an aws.s3.BucketServerSideEncryptionConfiguration",
  scope: "stack",
  facts: only("bucket"),
  fault: (bucket, { stack }) =>
    bucket.props.serverSideEncryptionConfiguration !== undefined ||
    stack.companions(bucket, "bucket", ENCRYPTIONS).length > 0
      ? undefined
      : "the bucket states no encryption",
});
