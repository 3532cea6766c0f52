import { z } from "zod";

const onOff = z.boolean().optional();
const cron = z
  .string()
  .regex(/^(\S+ ){4}\S+$/, "not a cron expression of five fields; write for example 0 2 * * *");
const secretName = z.string().min(1);

/**
 * An add-on with settings of its own. `true` and a mapping turn it on, `false` turns it off; `true` stands for all
 * defaults.
 */
function options<S extends z.ZodRawShape>(shape: S) {
  const mapping = z.strictObject(shape);
  return z
    .union([mapping, z.boolean()])
    .transform(given => (given === true ? mapping.parse({}) : given))
    .optional();
}

/** An add-on that cannot do without settings of its own. */
function needsOptions<S extends z.ZodRawShape>(shape: S) {
  return z.union([z.strictObject(shape), z.literal(false)]).optional();
}

/** Where the rendered YAML of the app is kept, and how to log in there. */
const gitSource = {
  /** URL of the Git repository: `https://…` or `ssh://…`. */
  repository: z
    .string()
    .regex(
      /^(https|ssh):\/\/\S+$/,
      "not the URL of a repository; write for example https://git.example.com/shop.git",
    ),
  /** Folder in it that holds what `towpath render` wrote. */
  path: z
    .string()
    .regex(/^[^/.][^\\]*$/, "not a folder of the repository; write for example deploy/prod/manifests"),
  branch: z.string().min(1).default("main"),
  /** Name under `towpath:secrets` of a password, token or private SSH key. Default: the repository is public. */
  secret: secretName.optional(),
  /** User that goes with a password or token. Default `git`. */
  username: z.string().min(1).default("git"),
};

/** Where Alertmanager sends alerts. What is secret is the name of an entry under `towpath:secrets`. */
export const alertReceiver = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("webhook"),
    /** Secret: the URL. */
    secret: secretName,
  }),
  z.strictObject({
    kind: z.literal("slack"),
    /** Secret: URL of an incoming webhook. */
    secret: secretName,
    channel: z.string().min(1),
  }),
  z.strictObject({
    kind: z.literal("pagerduty"),
    /** Secret: the integration key of the Events API v2. */
    secret: secretName,
  }),
  z.strictObject({
    kind: z.literal("email"),
    to: z.email("not an e-mail address; write for example ops@example.com"),
    from: z.email("not an e-mail address; write for example alerts@example.com"),
    /** SMTP server with STARTTLS, host:port. */
    server: z.string().regex(/^[^\s:]+:\d+$/, "not host:port; write for example smtp.example.com:587"),
    username: z.string().min(1),
    /** Secret: the password. */
    secret: secretName,
  }),
]);
export type AlertReceiver = z.output<typeof alertReceiver>;

/** `towpath:addons`: what is on beside, or instead of, the defaults of the target. */
export const addonSettings = z.strictObject({
  /** Prometheus, Alertmanager and Grafana. */
  monitoring: onOff,
  /** Needs `monitoring`. Default: alerts are shown and sent nowhere. */
  alerts: alertReceiver.optional(),
  metricsServer: onOff,
  clusterAutoscaler: onOff,
  traefik: onOff,
  /** Gateway API's custom resource definitions. */
  gatewayApi: onOff,
  certManager: onOff,
  externalDns: options({
    provider: z.enum(["aws", "cloudflare"]).default("aws"),
    /** Ids of the Route 53 zones that it may write to; needed for `aws`. */
    zoneIds: z
      .array(
        z.string().regex(/^Z[A-Z0-9]{4,32}$/, "not a hosted zone's id; write for example Z0123456789ABC"),
      )
      .default([]),
    /** Domains that it looks after. Default: `domain` of the settings. */
    domains: z.array(z.string().min(1)).optional(),
    /** `sync` deletes records of routes that are gone. */
    policy: z.enum(["upsert-only", "sync"]).default("upsert-only"),
    /** Name under `towpath:secrets` of the API token; needed for `cloudflare`. */
    secret: secretName.optional(),
  }),
  awsLoadBalancerController: onOff,
  loki: options({
    /** Days that logs are kept, 1 to 365. */
    retentionDays: z.int().min(1).max(365).default(7),
    /** Size of its volume, GiB, 1 to 1000. */
    sizeGb: z.int().min(1).max(1000).default(10),
  }),
  alloy: onOff,
  externalSecrets: options({
    /** Beginnings of the names of secrets that it may read. Default: `<project>/<stack>/`. */
    prefixes: z
      .array(
        z
          .string()
          .regex(/^[\w/+=.@-]+$/, "not the beginning of a secret's name; write for example shop/prod/"),
      )
      .min(1)
      .optional(),
  }),
  velero: options({
    /** Cron expression in UTC. */
    schedule: cron.default("0 2 * * *"),
    /** Days that a backup is kept, 1 to 365. */
    keepDays: z.int().min(1).max(365).default(14),
    /** Whether the disks of volumes are copied as EBS snapshots too. */
    snapshots: z.boolean().default(true),
  }),
  argoCd: needsOptions(gitSource),
  flux: needsOptions(gitSource),
  kyverno: onOff,
  imagePolicy: options({
    /** Who enforces: the API server itself, or Kyverno. */
    engine: z.enum(["built-in", "kyverno"]).default("built-in"),
    /** Beginnings that images must have, e.g. `registry.example.com/`. Default: any registry. */
    registries: z.array(z.string().min(1)).default([]),
    /** Whether every image must be named by digest. */
    digests: z.boolean().default(true),
    /** `warn` lets pods pass and says so. */
    action: z.enum(["deny", "warn"]).default("deny"),
  }),
  trivyOperator: onOff,
  opencost: onOff,
  nvidiaDevicePlugin: onOff,
  keda: onOff,
});
export type AddonSettings = z.output<typeof addonSettings>;
