import { z } from "zod";
import { awsShape, cidr, commonShape } from "./common";
import { edge } from "./edge";
import { kubernetesShape } from "./kubernetes";
import { pools } from "./pool";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "not a SHA-256; write 64 hex digits");

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not a time of day; write for example 02:00");

const upgrades = z
  .strictObject({
    /** Whether the cluster brings its nodes to `version` by itself, one by one. Default: `pulumi up` does, at once. */
    automatic: z.boolean().default(false),
    /** When it may begin with a node. Default: at any time. */
    window: z
      .strictObject({
        days: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).min(1),
        start: timeOfDay,
        end: timeOfDay,
        /** As in the time zone database. Default UTC. */
        timeZone: z
          .string()
          .regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/, "not a time zone; write for example Europe/Berlin")
          .default("UTC"),
      })
      .optional(),
  })
  .refine(({ automatic, window }) => automatic || window === undefined, {
    path: ["window"],
    error: "of no use, as upgrades are not automatic; leave it out, or set automatic to true",
  });

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
      checksums: z
        .strictObject({ arm64: sha256.optional(), amd64: sha256.optional(), arm: sha256.optional() })
        .prefault({}),
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
      upgrades: upgrades.prefault({}),
      pools: pools.prefault([
        {
          name: "spot",
          capacity: "spot",
          instanceTypes: ["t4g.small", "t4g.medium", "t4g.large"],
          min: 1,
          max: 3,
        },
      ]),
      edge,
      /** etcd snapshots kept in S3, 1 to 365. Default 14. */
      snapshotsKept: z.int().min(1).max(365).default(14),
    })
    .prefault({}),
});
export type UpgradeWindow = NonNullable<z.output<typeof upgrades>["window"]>;
export type K3sSettings = z.output<typeof k3sSettings>;
