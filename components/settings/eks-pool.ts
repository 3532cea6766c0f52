import { z } from "zod";
import { nodeShape, poolName, poolsOf, sizeShape, sizesInOrder } from "./pool";

/** What EKS nodes boot: Amazon Linux 2023, or Bottlerocket, which has neither shell nor package manager. */
const image = z.enum(["al2023", "bottlerocket"]).default("al2023");

/** How many nodes a managed node group takes away at once when it is updated. */
const update = z
  .union([
    z.strictObject({ maxUnavailable: z.int().min(1).max(100) }),
    z.strictObject({ maxUnavailablePercentage: z.int().min(1).max(100) }),
  ])
  .default({ maxUnavailable: 1 });

const nodeGroupPool = z
  .strictObject({
    name: poolName,
    /** A managed node group, sized by Cluster Autoscaler. The default. */
    manager: z.literal("node-group").optional(),
    ...nodeShape,
    ...sizeShape,
    image,
    update,
  })
  .refine(sizesInOrder.holds, sizesInOrder.otherwise);

const karpenterPool = z.strictObject({
  name: poolName,
  /** Nodes by Karpenter, one at a time, of the type that fits the waiting pods best; none while none wait. */
  manager: z.literal("karpenter"),
  ...nodeShape,
  /** Nodes of the largest type; counted by their processors. Default 3. */
  max: sizeShape.max,
  image,
  /** Which pool is tried first, 1 to 100, higher first. Default: 60 for spot, 40 on demand. */
  weight: z.int().min(1).max(100).optional(),
});

const fargatePool = z.strictObject({
  name: poolName,
  /** No nodes: AWS runs each pod on a machine of its own. */
  manager: z.literal("fargate"),
  /** Namespaces whose pods run there, 1 to 5. */
  namespaces: z.array(z.string().min(1)).min(1).max(5),
  /** Labels that such a pod must carry. Default: every pod of the namespaces. */
  labels: z.record(z.string(), z.string()).default({}),
});

export type NodeGroupPool = z.output<typeof nodeGroupPool>;
export type KarpenterPool = z.output<typeof karpenterPool>;
export type FargatePool = z.output<typeof fargatePool>;

/** A pool of an EKS cluster, by who makes its nodes. */
export const eksPool = z.discriminatedUnion("manager", [nodeGroupPool, karpenterPool, fargatePool]);
export type EksPool = z.output<typeof eksPool>;

export const eksPools = poolsOf(eksPool);
