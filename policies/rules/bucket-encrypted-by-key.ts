import { ENCRYPTIONS } from "../facts/bucket-encryptions";
import { listAt, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const ALGORITHM = "applyServerSideEncryptionByDefault.sseAlgorithm";

export const bucketEncryptedByKey = defineRule({
  id: "bucket-encrypted-by-key",
  severity: "advisory-outside-dev",
  sources: ["CKV_AWS_145"],
  title: "Buckets are encrypted with a key of your own",
  why: "A key of your own decides who reads the objects, whatever the bucket's policy says.",
  fix: "set sseAlgorithm to aws:kms and name the key",
  scope: "stack",
  // A bucket that says nothing of encryption has a rule of its own.
  facts: (subject, { stack }) =>
    only("bucket")(subject).flatMap(bucket => stack.companions(bucket, "bucket", ENCRYPTIONS)),
  fault: ({ props }) =>
    listAt(props, "rules").some(rule => textAt(rule, ALGORITHM)?.startsWith("aws:kms"))
      ? undefined
      : "objects are encrypted with AWS's key",
});
