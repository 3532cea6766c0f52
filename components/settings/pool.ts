import { z } from "zod";

/** A group of nodes; the same on EKS and K3s. */
export const pool = z
  .strictObject({
    /** Part of the resources' names. */
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/, "not a pool name; write lower-case letters, digits and -"),
    capacity: z.enum(["on-demand", "spot"]).default("on-demand"),
    /** All of one architecture; a spot pool wants three or more. */
    instanceTypes: z
      .array(
        z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "not an EC2 instance type; write for example m7g.large"),
      )
      .min(1),
    /** Nodes, 0 to 1000. */
    min: z.int().min(0).max(1000).default(1),
    max: z.int().min(0).max(1000).default(3),
    /** GiB, 10 to 16384. Default 20. */
    diskGb: z.int().min(10).max(16_384).default(20),
    labels: z.record(z.string(), z.string()).default({}),
    taints: z
      .array(
        z.strictObject({
          key: z.string().min(1),
          value: z.string().default(""),
          effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]).default("NoSchedule"),
        }),
      )
      .default([]),
  })
  .refine(value => value.max >= value.min, { path: ["max"], error: "less than min; write min or more" });
export type Pool = z.output<typeof pool>;

/** At least one pool, names apart, and one on-demand pool that is never empty. */
export const pools = z
  .array(pool)
  .min(1)
  .refine(all => new Set(all.map(one => one.name)).size === all.length, {
    error: "two pools have the same name; give each its own",
  });
