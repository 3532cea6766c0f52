import { isOn, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const VERSIONINGS = [
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:s3/bucketVersioningV2:BucketVersioningV2",
];

export const bucketVersioned = defineRule({
  id: "bucket-versioned",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_21"],
  title: "Buckets keep earlier versions",
  why: "What is overwritten or deleted by mistake, or by an attacker, can be had back.",
  fix: "add an aws.s3.BucketVersioning with status Enabled",
  scope: "stack",
  facts: only("bucket"),
  fault: (bucket, { stack }) => {
    const companions = stack.companions(bucket, "bucket", VERSIONINGS);
    const on =
      isOn(bucket.props, "versioning.enabled") ||
      companions.some(({ props }) => textAt(props, "versioningConfiguration.status") === "Enabled");
    return on ? undefined : "the bucket keeps no versions";
  },
});
