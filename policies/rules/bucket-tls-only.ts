import { read } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { statementsOf } from "../facts/statements";
import { defineRule } from "../rule";

const isForPlainTraffic = (statement: unknown): boolean =>
  String(read(statement, "Condition.Bool.aws:SecureTransport")) === "false";

export const bucketTlsOnly = defineRule({
  id: "bucket-tls-only",
  severity: "mandatory-outside-dev",
  sources: [],
  title: "Buckets are read and written over TLS only",
  why: "A client that is set up wrongly would send objects in the clear.",
  fix: "add a bucket policy that denies requests with aws:SecureTransport false",
  scope: "stack",
  facts: only("bucket"),
  fault: (bucket, { stack }) => {
    const policies = stack.companions(bucket, "bucket", ["aws:s3/bucketPolicy:BucketPolicy"]);
    const denials = policies.flatMap(({ props }) => statementsOf(read(props, "policy"), "Deny"));
    return denials.some(isForPlainTraffic) ? undefined : "the bucket may be used without TLS";
  },
});
