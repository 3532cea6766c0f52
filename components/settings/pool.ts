import { z } from "zod";

/** Part of the names of a pool's resources. */
export const poolName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,30}$/, "not a pool name; write lower-case letters, digits and -");

/** What the nodes of a pool are, whoever makes them. */
export const nodeShape = {
  capacity: z.enum(["on-demand", "spot"]).default("on-demand"),
  /** All of one architecture; a spot pool wants three or more. */
  instanceTypes: z
    .array(
      z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "not an EC2 instance type; write for example m7g.large"),
    )
    .min(1),
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
};

/** How many nodes, 0 to 1000; an autoscaler moves between the two. */
export const sizeShape = {
  min: z.int().min(0).max(1000).default(1),
  max: z.int().min(0).max(1000).default(3),
};

/** Refuses a pool whose `max` is below its `min`. */
export const sizesInOrder = {
  holds: ({ min, max }: { readonly min: number; readonly max: number }) => max >= min,
  otherwise: { path: ["max"], error: "less than min; write min or more" },
};

/** A group of nodes; the same on EKS and K3s. */
export const pool = z
  .strictObject({ name: poolName, ...nodeShape, ...sizeShape })
  .refine(sizesInOrder.holds, sizesInOrder.otherwise);
export type Pool = z.output<typeof pool>;

/** At least one pool, each with a name of its own. */
export function poolsOf<T extends z.ZodType<{ readonly name: string }>>(one: T) {
  return z
    .array(one)
    .min(1)
    .refine(all => new Set(all.map(({ name }) => name)).size === all.length, {
      error: "two pools have the same name; give each its own",
    });
}

export const pools = poolsOf(pool);
