import type { PolicyStatement } from "../../registry/policy-statement";

/** Read, write and delete in one bucket of the controller's own. */
export function bucketStatements(bucketArn: string): PolicyStatement[] {
  return [
    {
      Sid: "OwnBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: [bucketArn],
    },
    {
      Sid: "OwnObjects",
      Effect: "Allow",
      Action: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
      ],
      Resource: [`${bucketArn}/*`],
    },
  ];
}
