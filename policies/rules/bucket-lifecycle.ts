import { listAt, read } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const CONFIGURATIONS = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
];

export const bucketLifecycle = defineRule({
  id: "bucket-lifecycle",
  severity: "advisory",
  sources: ["CKV_AWS_300"],
  title: "Buckets clean up after themselves",
  why: "Parts of uploads that failed, and versions nobody needs, are paid for without being seen.",
  fix: "add an aws.s3.BucketLifecycleConfiguration with abortIncompleteMultipartUpload",
  scope: "stack",
  facts: only("bucket"),
  fault: (bucket, { stack }) => {
    const rules = stack
      .companions(bucket, "bucket", CONFIGURATIONS)
      .flatMap(({ props }) => listAt(props, "rules"));
    return rules.some(rule => read(rule, "abortIncompleteMultipartUpload") !== undefined)
      ? undefined
      : "the bucket keeps the parts of uploads that failed";
  },
});
