import type { Pricer } from "../pricer";

/** S3 Standard storage; requests cost less than a cent at a deployment's pace. */
export const bucket: Pricer = {
  types: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  price: (_, { book, usage }) => ({
    charges: [{ what: "S3 storage", price: book.price("s3Storage"), quantity: usage.s3Gb }],
    uses: ["s3Gb"],
  }),
};
