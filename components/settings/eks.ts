import { z } from "zod";
import { awsShape, commonShape } from "./common";
import { eksAccess } from "./eks-access";
import { eksPools } from "./eks-pool";
import { kubernetesShape } from "./kubernetes";

/** `towpath:target: eks`. */
export const eksSettings = z.strictObject({
  target: z.literal("eks"),
  ...commonShape,
  ...awsShape,
  ...kubernetesShape,
  eks: z
    .strictObject({
      /** Kubernetes minor version inside EKS standard support. Default 1.35. */
      version: z
        .string()
        .regex(/^1\.\d{2}$/, "not a Kubernetes minor version; write for example 1.35")
        .default("1.35"),
      endpoint: z
        .strictObject({
          /** Reach the API server from the internet, from `cidrs` only. Default true. */
          public: z.boolean().default(true),
          /** Who may; needed when public. Default: none, which makes the endpoint private. */
          cidrs: z.array(z.string()).default([]),
        })
        .prefault({}),
      pools: eksPools.prefault([
        { name: "on-demand", capacity: "on-demand", instanceTypes: ["m7g.large"], min: 2, max: 4 },
        {
          name: "spot",
          capacity: "spot",
          instanceTypes: ["m7g.large", "m6g.large", "m8g.large", "r7g.large"],
          min: 0,
          max: 6,
        },
      ]),
      /** IAM role ARNs that administer the cluster, by access entry. Default: whoever creates it. */
      adminRoleArns: z.array(z.string().startsWith("arn:")).default([]),
      /** `efs` lets services on several nodes share a volume. Default: who shares one runs on one node. */
      sharedVolumes: z.enum(["none", "efs"]).default("none"),
      /** What teams may do in the cluster, by access entry. Default: nothing. */
      access: z.array(eksAccess).default([]),
    })
    .prefault({}),
});
export type EksSettings = z.output<typeof eksSettings>;
