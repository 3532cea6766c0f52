import { z } from "zod";

/** What one role or user of IAM may do in an EKS cluster, by an access policy of AWS. */
export const eksAccess = z.strictObject({
  /** ARN of an IAM role or user. */
  principalArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/.+$/,
      "not the ARN of a role or user; write for example arn:aws:iam::123456789012:role/team",
    ),
  /** `admin`: all but quotas and the namespace itself; `edit`: what runs; `view`: reads, but no Secrets. */
  policy: z.enum(["admin", "edit", "view"]),
  /** Where it holds. Default: in every namespace. */
  namespaces: z.array(z.string().min(1)).min(1).optional(),
});
export type EksAccess = z.output<typeof eksAccess>;
