import { z } from "zod";
import { awsShape, cidr, commonShape } from "./common";
import { kubernetesShape } from "./kubernetes";
import { pools } from "./pool";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "not a SHA-256; write 64 hex digits");

/** `towpath:target: k3s`. */
export const k3sSettings = z.strictObject({
  target: z.literal("k3s"),
  ...commonShape,
  ...awsShape,
  ...kubernetesShape,
  k3s: z
    .strictObject({
      /** K3s release, e.g. `v1.36.4+k3s1`. Default: the stable channel's on the day of this towpath release. */
      version: z
        .string()
        .regex(/^v\d+\.\d+\.\d+\+k3s\d+$/, "not a K3s release; write for example v1.36.4+k3s1")
        .default("v1.36.4+k3s1"),
      /** SHA-256 of the release's binary for each architecture in use. Default: what the release itself lists. */
      checksums: z.strictObject({ arm64: sha256.optional(), amd64: sha256.optional() }).prefault({}),
      endpoint: z
        .strictObject({
          /** CIDR blocks that may reach the API server from outside. Default: none; the VPC and SSM remain. */
          cidrs: z.array(cidr).default([]),
        })
        .prefault({}),
      /** Servers with embedded etcd: one, or three for a control plane that survives a loss. Default 1. */
      servers: z.union([z.literal(1), z.literal(3)]).default(1),
      serverType: z
        .string()
        .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "not an EC2 instance type; write for example t4g.small")
        .default("t4g.small"),
      serverDiskGb: z.int().min(10).max(16_384).default(20),
      pools: pools.prefault([
        {
          name: "spot",
          capacity: "spot",
          instanceTypes: ["t4g.small", "t4g.medium", "t4g.large"],
          min: 1,
          max: 3,
        },
      ]),
      /** etcd snapshots kept in S3, 1 to 365. Default 14. */
      snapshotsKept: z.int().min(1).max(365).default(14),
    })
    .prefault({}),
});
export type K3sSettings = z.output<typeof k3sSettings>;
