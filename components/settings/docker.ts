import { z } from "zod";
import { awsShape, commonShape } from "./common";

const ec2Host = z.strictObject({
  kind: z.literal("ec2"),
  /** Graviton types run the arm64 image, the others amd64. Default t4g.small. */
  instanceType: z
    .string()
    .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "not an EC2 instance type; write for example t4g.small")
    .default("t4g.small"),
  /** GiB, 8 to 16384. Default 20. */
  rootDiskGb: z.int().min(8).max(16_384).default(20),
  /** CloudWatch detailed monitoring, one-minute metrics. Default: true in prod. */
  detailedMonitoring: z.boolean().optional(),
});

const sshHost = z.strictObject({
  kind: z.literal("ssh"),
  /** Name or address of a Debian or Ubuntu machine. */
  address: z.string().min(1),
  user: z.string().min(1).default("root"),
  port: z.int().min(1).max(65_535).default(22),
  architecture: z.enum(["arm64", "amd64"]).default("arm64"),
  /** The host's public key as in `known_hosts`; without it nothing is sent. */
  hostKey: z.string().min(1),
  /** Address that published ports are bound to. Default: the one that leads to the world; 0.0.0.0 is every address. */
  listen: z
    .ipv4({ error: "not an IPv4 address; write for example 192.168.1.10, or 0.0.0.0 for every address" })
    .optional(),
});

/** `towpath:target: docker`. */
export const dockerSettings = z.strictObject({
  target: z.literal("docker"),
  ...commonShape,
  ...awsShape,
  docker: z
    .strictObject({
      host: z.discriminatedUnion("kind", [ec2Host, sshHost]).prefault({ kind: "ec2" }),
      /** Releases kept on the host to go back to, 1 to 50. Default 5. */
      keepReleases: z.int().min(1).max(50).default(5),
      /** How long a rollout may take before the update fails, seconds. Default 900. */
      rolloutTimeoutSeconds: z.int().min(60).max(7200).default(900),
      /** Daily EBS snapshots kept, 0 (none) to 365. Default 7. */
      snapshotsKept: z.int().min(0).max(365).default(7),
    })
    .prefault({}),
});
export type DockerSettings = z.output<typeof dockerSettings>;
export type Ec2Host = z.output<typeof ec2Host>;
export type SshHost = z.output<typeof sshHost>;
