import { z } from "zod";
import { isPublicIpv4 } from "../lib/public-ipv4";
import { nodeShape, poolName } from "./pool";
import { sshShape } from "./ssh-access";

/** A board outside AWS, such as a Raspberry Pi, that joins the cluster as an agent. */
export const board = z.strictObject({
  /** Its node's name; unlike that of any other board or pool. */
  name: poolName,
  ...sshShape,
  /**
   * Public IPv4 address under which the cluster's nodes reach its UDP 51820, and from which it calls out. Default:
   * `address`, where that is one.
   */
  externalAddress: z
    .string()
    .refine(isPublicIpv4, "not a public IPv4 address; write the one under which the internet knows the board")
    .optional(),
  /** `arm64`: a 64-bit system; `arm`: a 32-bit one, armhf. Default arm64. */
  architecture: z.enum(["arm64", "arm"]).default("arm64"),
  labels: nodeShape.labels,
  taints: nodeShape.taints,
});

/** The boards of a cluster. Default: none. */
export const edge = z.array(board).default([]);
export type Board = z.output<typeof board>;
