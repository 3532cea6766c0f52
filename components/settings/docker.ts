import { z } from "zod";
import { NOT_CRON, parseCron } from "../lib/cron";
import { awsShape, commonShape } from "./common";
import { sshShape } from "./ssh-access";

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
  ...sshShape,
  architecture: z.enum(["arm64", "amd64"]).default("arm64"),
  /** Address that published ports are bound to. Default: the one that leads to the world; 0.0.0.0 is every address. */
  listen: z
    .ipv4({ error: "not an IPv4 address; write for example 192.168.1.10, or 0.0.0.0 for every address" })
    .optional(),
});

/** Where copies of backups go: a folder of the host such as another disk's, or a bucket. */
const backupPlace = z
  .string()
  .regex(
    /^(\/[\w.-]+)+$|^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w.-]+)*$/,
    "neither a folder nor a bucket; write bucket, none, /mnt/backups or s3://backups/shop",
  );

const backups = z.strictObject({
  /** `bucket`: one of the stack's own, on AWS. Default: `bucket` for `ec2`, `none` for `ssh`. */
  copyTo: z.union([z.enum(["bucket", "none"]), backupPlace]).optional(),
  /** Address of an S3-compatible service that is not Amazon's. */
  endpoint: z
    .url({ protocol: /^https?$/, error: "not an address; write for example https://s3.example.com" })
    .optional(),
  /** Days after which copies in the stack's own bucket go, 1 to 3650. Default 90. */
  keepDays: z.int().min(1).max(3650).default(90),
  /** When the host drills every backup, a cron expression in UTC. Default: when asked. */
  drill: z
    .string()
    .refine(text => parseCron(text) !== undefined, NOT_CRON)
    .optional(),
});

const secretName = z.string().min(1);

/** `secret`: a key of `towpath:secrets`. */
const receiver = z.discriminatedUnion("kind", [
  /** The secret is the URL. */
  z.strictObject({ kind: z.literal("webhook"), secret: secretName }),
  /** The secret is the URL of an incoming webhook. */
  z.strictObject({ kind: z.literal("slack"), channel: z.string().min(1), secret: secretName }),
  /** The secret is the mail server's password. */
  z.strictObject({
    kind: z.literal("email"),
    to: z.email(),
    from: z.email(),
    server: z.string().regex(/^[\w.-]+:\d{1,5}$/, "not a server; write for example smtp.example.com:587"),
    username: z.string().min(1),
    secret: secretName,
  }),
]);

const monitoring = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("prometheus"),
    /** Days of metrics kept, 1 to 365. Default 15; 2 GB at most. */
    retentionDays: z.int().min(1).max(365).default(15),
    /** Grafana under a name of its own, with TLS and a login. Default: on the host's loopback alone. */
    grafana: z.strictObject({ host: z.string().min(1), secret: secretName }).optional(),
    /** Who is told of alerts. Default: nobody. */
    receiver: receiver.optional(),
  }),
  z.strictObject({
    kind: z.literal("cloudwatch"),
    /** Who is told of alarms; AWS asks the address to agree. Default: nobody. */
    email: z.email("not an e-mail address; write for example ops@example.com").optional(),
  }),
]);

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
      /** Dumps and archives that `x-towpath.backup` asks for. */
      backups: backups.prefault({}),
      /** What watches the host. Default none. */
      monitoring: monitoring.default({ kind: "none" }),
    })
    .prefault({}),
});
export type DockerSettings = z.output<typeof dockerSettings>;
export type Ec2Host = z.output<typeof ec2Host>;
export type SshHost = z.output<typeof sshHost>;
export type BackupSettings = DockerSettings["docker"]["backups"];
export type MonitoringSettings = DockerSettings["docker"]["monitoring"];
export type PrometheusSettings = Extract<MonitoringSettings, { kind: "prometheus" }>;
