import { z } from "zod";

/** How a machine is reached over SSH; the key is the secret `towpath:sshPrivateKey`, or the SSH agent's. */
export const sshShape = {
  /** Name or address of a Debian or Ubuntu machine. */
  address: z.string().min(1),
  user: z.string().min(1).default("root"),
  port: z.int().min(1).max(65_535).default(22),
  /** The host's public key as in `known_hosts`; without it nothing is sent. */
  hostKey: z.string().min(1),
};
