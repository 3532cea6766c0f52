import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const LOGGINGS = ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"];

export const bucketAccessLogged = defineRule({
  id: "bucket-access-logged",
  severity: "advisory-in-prod",
  sources: ["CKV_AWS_18"],
  title: "Buckets of production keep a record of who used them",
  why: "After a leak, the record tells what was taken.",
  fix: "add an aws.s3.BucketLogging to a bucket that takes logs",
  scope: "stack",
  facts: only("bucket"),
  fault: (bucket, { stack }) =>
    bucket.props.loggings !== undefined || stack.companions(bucket, "bucket", LOGGINGS).length > 0
      ? undefined
      : "nobody can tell who used the bucket",
});
