import { z } from "zod";
import { NOT_CRON, parseCron } from "../lib/cron";

const percent = z.int().min(1).max(100);
const port = z.int().min(1).max(65535);
const cron = z.string().refine(text => parseCron(text) !== undefined, NOT_CRON);
const keep = z.int().min(1).max(365).default(14);
const words = z.array(z.string()).min(1);
const duration = z.string().regex(/^\d+(ms|s|m|h)$/, "not a duration; write for example 30s or 5m");

const NOT_BOARDS = "names no board; write true for any, or a list of names, for example [kitchen]";
const board = z.string(NOT_BOARDS).min(1, NOT_BOARDS);

/** Where the world reaches a service over HTTP; the same on the VM's proxy and on Gateway API. */
const ingress = z.strictObject({
  /** Host name. Default: every host (one service at most), or `<service>.<domain>` when a domain is set. */
  host: z.string().min(1).optional(),
  /** Path prefix. Default `/`. */
  path: z.string().startsWith("/").default("/"),
  /** The container's port. Default: the only port that the service publishes or exposes. */
  port: port.optional(),
  /** Certificate by ACME and a redirect from plain HTTP. Default: true when a domain or host is set. */
  tls: z.boolean().optional(),
  /** Keep a visitor on one replica by cookie. Default false. */
  sticky: z.boolean().default(false),
  /** How long a request may take. Default 60s. */
  timeout: duration.default("60s"),
  /** Path that answers 2xx or 3xx while a replica is well; the host's proxy leaves one that does not. Default: none. */
  health: z.string().startsWith("/").optional(),
});

const autoscale = z
  .strictObject({
    /** Replicas at rest, at least 2. Default 2. */
    min: z.int().min(2).max(1000).default(2),
    max: z.int().min(2).max(1000),
    /** Average CPU use to aim for, % of the request. Default 70. */
    cpu: percent.default(70),
    /** Average memory use to aim for, % of the request. Default: not looked at. */
    memory: percent.optional(),
  })
  .refine(value => value.max >= value.min, { path: ["max"], error: "less than min; write min or more" });

/**
 * Less safety, asked for by name. Without it the part of a Compose key that needs it is withheld (or the
 * file refused, where nothing would work without it), and the report says so.
 */
export const ALLOWANCES = [
  "privileged",
  "host-network",
  "host-pid",
  "host-ipc",
  "host-paths",
  "devices",
  "docker-socket",
  "unsafe-sysctls",
  "unconfined",
] as const;
export type Allowance = (typeof ALLOWANCES)[number];

/** Requests for a service that states none itself; limits are the double. */
export const SIZES = ["nano", "small", "medium", "large", "xlarge"] as const;
export type Size = (typeof SIZES)[number];

/** `services.*.x-towpath`. */
export const serviceExtension = z.strictObject({
  ingress: z.union([ingress, z.array(ingress).min(1)]).optional(),
  /** Published ports to open to the world without the HTTP proxy, by host port. Default: none. */
  publish: z.array(port).optional(),
  autoscale: autoscale.optional(),
  /** May run on nodes that the cloud takes back at two minutes' notice. Default false. */
  spot: z.boolean().default(false),
  /** Runs on boards outside AWS that joined the cluster, and on nothing else: on any of them, or on those named. Default false. */
  edge: z.union([z.boolean(NOT_BOARDS), z.array(board, NOT_BOARDS).min(1, NOT_BOARDS)]).default(false),
  /** Default `small`. */
  size: z.enum(SIZES).optional(),
  /** Makes the health check also a liveness probe on Kubernetes. Default false. */
  liveness: z.boolean().default(false),
  backup: z
    .strictObject({
      /** Runs in the container; its standard output is the dump. */
      command: words,
      /** Runs in the container, with a dump on standard input that it puts in the place of all data. */
      restore: words.optional(),
      /** Runs in a drill's scratch container after `restore`, with the dump on standard input; 0 when all is there. */
      verify: words.optional(),
      /** Cron expression in UTC. Default `0 3 * * *`. */
      schedule: cron.default("0 3 * * *"),
      /** Dumps to keep on the host, 1 to 365. Default 14. */
      keep,
    })
    .optional(),
  allow: z.array(z.enum(ALLOWANCES)).default([]),
});
export type ServiceExtension = z.output<typeof serviceExtension>;
export type Ingress = z.output<typeof ingress>;

/** `volumes.*.x-towpath`. */
export const volumeExtension = z.strictObject({
  /** GiB, 1 to 16384. Default: `volumeSizeGb` of the settings. */
  sizeGb: z.int().min(1).max(16_384).optional(),
  /** Daily snapshots of its disk, on AWS. Default true. */
  snapshot: z.boolean().default(true),
  /** Archives of its files, taken by the Docker host while the volume's writers are paused. Default: none by the clock. */
  backup: z
    .strictObject({
      /** Cron expression in UTC. Default `0 3 * * *`. */
      schedule: cron.default("0 3 * * *"),
      /** Archives to keep on the host, 1 to 365. Default 14. */
      keep,
    })
    .optional(),
});
export type VolumeExtension = z.output<typeof volumeExtension>;
