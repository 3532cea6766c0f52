import { z } from "zod";
import { policySettings } from "./policies";

export const ENVIRONMENTS = ["dev", "staging", "prod"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** A block of IPv4 or IPv6 addresses. */
export const cidr = z
  .string()
  .regex(
    /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$|^[0-9a-fA-F:]+\/\d{1,3}$/,
    "not a CIDR block; write for example 203.0.113.0/24",
  );

/** The name of a service of AWS in the name of its endpoint; that of S3 is always there. */
const awsService = z
  .string()
  .regex(
    /^(?!s3$|auto$|none$)[a-z0-9-]+(\.[a-z0-9-]+)*$/,
    "not the name of a service's interface endpoint; write for example logs or ecr.dkr",
  );

/** Settings that every target has. */
export const commonShape = {
  /** How careful to be: defaults, removal protection and policy levels follow it. Default: the stack's name, else dev. */
  environment: z.enum(ENVIRONMENTS).default("dev"),
  /** Compose files in merge order, relative to the project folder. Default `compose.yaml`. */
  compose: z.array(z.string().min(1)).min(1).default(["compose.yaml"]),
  /** Files of variables for interpolation. Default: `.env` beside the first Compose file. */
  envFiles: z.array(z.string().min(1)).optional(),
  /** Active Compose profiles. Default: none. */
  profiles: z.array(z.string().min(1)).default([]),
  /** Domain whose names reach the app; without it the app answers on any host name, plain HTTP. */
  domain: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "not a domain name; write for example example.com")
    .optional(),
  /** Where the certificate authority sends warnings; needed with `domain`. */
  acmeEmail: z.email("not an e-mail address; write for example ops@example.com").optional(),
  /** Who may reach the app, as CIDR blocks. Default: everyone. */
  allowedCidrs: z.array(cidr).min(1).default(["0.0.0.0/0"]),
  /** Put on every resource that takes tags. */
  tags: z.record(z.string().min(1).max(128), z.string().max(256)).default({}),
  /** Whether AWS refuses to take away the cluster, its servers, and whatever holds data or images. Default: true in prod. */
  deletionProtection: z.boolean().optional(),
  /** Size of a named volume that does not say its own, GiB, 1 to 16384. Default 10. */
  volumeSizeGb: z.int().min(1).max(16_384).default(10),
  /** What the estimate takes for granted of use, by the names in docs/cost.md. Default: the figures there. */
  usage: z.record(z.string().min(1), z.number().min(0)).default({}),
  budget: z
    .strictObject({
      /** The preview and the policy pack refuse a stack expected to cost more, USD a month. */
      maxMonthlyUsd: z.number().positive(),
      /** By how many percent a change may raise what the stack is expected to cost; more is told. */
      maxIncreasePercent: z.number().min(0).optional(),
      /** What the stack cost before the change, USD a month: `towpath cost --format json` tells it. */
      previousMonthlyUsd: z.number().positive().optional(),
    })
    .optional(),
  policies: policySettings.prefault({}),
  /** Names of secrets under `towpath:secrets`, which Compose refers to as external secrets. Values never pass here. */
  secretNames: z.array(z.string()).default([]),
};

/** Settings that every target on AWS has. */
export const awsShape = {
  /** From `aws:region`. Default us-east-1. */
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "not an AWS region; write for example us-east-1")
    .default("us-east-1"),
  registry: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("ecr") }),
      z.strictObject({
        kind: z.literal("self-hosted"),
        /** Where the registry runs already, host[:port], with TLS; absent, the EC2 Docker host runs its own. */
        address: z.string().min(1).optional(),
        /** Disk of the host's own registry, GiB, 1 to 16384. Default 20. */
        sizeGb: z.int().min(1).max(16_384).optional(),
        /** Who may reach the host's own registry, as CIDR blocks. Default: whoever may reach the app. */
        cidrs: z.array(cidr).min(1).optional(),
      }),
    ])
    .default({ kind: "ecr" }),
  network: z
    .strictObject({
      /** The VPC's block, /16 to /24. Default 10.20.0.0/16. */
      cidr: cidr.default("10.20.0.0/16"),
      /** `none`: nodes in public subnets with nothing let in. `single`: one NAT gateway for private nodes. */
      nat: z.enum(["none", "single", "per-zone"]).optional(),
      /** VPC flow logs to CloudWatch. Default: true in staging and prod. */
      flowLogs: z.boolean().optional(),
      /**
       * Endpoints of AWS's services in private subnets. `auto`: the one of S3, which costs nothing, and of the
       * services in `awsDataGb` those that cost less than NAT would. Or services, beside S3; or `none`. Default `auto`.
       */
      endpoints: z.union([z.enum(["auto", "none"]), z.array(awsService).min(1)]).default("auto"),
      /** Data that nodes exchange with a service, GB a month, by its name in `com.amazonaws.<region>.<name>`. */
      awsDataGb: z.record(awsService, z.number().min(0)).default({}),
    })
    .prefault({}),
};
