/** A finding on what towpath itself makes for an example, and why it stands. */
export interface Recorded {
  readonly rule: string;
  /** The resource's name. */
  readonly resource: string;
  /** Stacks and apps that it is found in, as `stack app`. */
  readonly in: readonly string[];
  readonly why: string;
}

const UNLOCKED =
  "the examples carry no towpath.lock, so that their tags stay readable; `towpath lock` answers it";
const LOGGED_TWICE =
  "only the hosts' role reads the bucket, and a bucket for logs would itself be one more that nobody logs";
const OUTSIDE =
  "the machine fetches images, updates and whatever the app calls, on ports that only the app knows";
const ONLY_SLEEPS = "it only marks that a job is done; there is nothing that a probe could ask";
const CLUSTERS = ["staging", "prod", "cluster"];

const onClusters = (app: string) => CLUSTERS.map(stack => `${stack} ${app}`);

/** All findings of the default stacks and examples in the mode of prod. */
export const RECORDED: readonly Recorded[] = [
  { rule: "image-by-digest", resource: "app", in: ["dev hello", "dev shop"], why: UNLOCKED },
  { rule: "image-by-digest", resource: "app-hello-deployment", in: onClusters("hello"), why: UNLOCKED },
  ...[
    "app-db-stateful-set",
    "app-migrate-gate-deployment",
    "app-migrate-job",
    "app-web-deployment",
    "app-worker-deployment",
  ].map(resource => ({ rule: "image-by-digest", resource, in: onClusters("shop"), why: UNLOCKED })),
  { rule: "bucket-access-logged", resource: "host-backups-bucket", in: ["dev shop"], why: LOGGED_TWICE },
  {
    rule: "bucket-access-logged",
    resource: "host-releases-bucket",
    in: ["dev hello", "dev shop"],
    why: LOGGED_TWICE,
  },
  {
    rule: "bucket-access-logged",
    resource: "k3s-snapshots-bucket",
    in: ["staging hello", "staging shop"],
    why: LOGGED_TWICE,
  },
  {
    rule: "bucket-encrypted-by-key",
    resource: "k3s-snapshots-bucket",
    in: ["staging hello", "staging shop"],
    why: "a snapshot must be readable when the key is what was lost; K3s encrypts the secrets in it itself",
  },
  { rule: "egress-limited", resource: "host-machine-firewall", in: ["dev hello", "dev shop"], why: OUTSIDE },
  {
    rule: "egress-limited",
    resource: "k3s-firewall-nodes",
    in: ["staging hello", "staging shop"],
    why: OUTSIDE,
  },
  {
    rule: "metadata-hop-limit",
    resource: "k3s-servers-first",
    in: ["staging hello", "staging shop"],
    why: "the storage driver and the autoscaler run in pods there and use the server's role",
  },
  {
    rule: "health-checked",
    resource: "app-migrate-gate-deployment",
    in: onClusters("shop"),
    why: ONLY_SLEEPS,
  },
  {
    rule: "high-user-id",
    resource: "app-db-stateful-set",
    in: onClusters("shop"),
    why: "the image has its files for user 70",
  },
  {
    rule: "non-root",
    resource: "app",
    in: ["dev shop"],
    why: "the image starts as root to make its folder its own, and then runs as postgres",
  },
  {
    rule: "read-only-root",
    resource: "app",
    in: ["dev shop"],
    why: "the Compose file does not say read_only for db, and Docker runs it as written",
  },
];
