import { isOn } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const LOCKS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

export const bucketPublicAccessBlocked = defineRule({
  id: "bucket-public-access-blocked",
  severity: "mandatory",
  sources: ["CKV2_AWS_6", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"],
  title: "Buckets cannot be made public",
  why: "One mistaken policy is enough to publish a bucket, unless all four locks are on.",
  fix: "add an aws.s3.BucketPublicAccessBlock with all four settings true",
  scope: "stack",
  facts: only("bucket"),
  fault: (bucket, { stack }) => {
    const [block] = stack.companions(bucket, "bucket", [BLOCK]);
    if (block === undefined) return "the bucket has no public access block";
    const off = LOCKS.filter(lock => !isOn(block.props, lock));
    return off.length > 0 ? `the public access block leaves ${off.join(", ")} off` : undefined;
  },
});
