import { ADDON_KEYS, type AddonKey } from "../../components/addons/addon";
import type { AddonContext } from "../../components/addons/addon-context";
import { type AddonSettings, addonSettings } from "../../components/settings/addons";

const GIT = { repository: "https://git.example.com/shop.git", path: "deploy/prod/manifests" };

/** Settings of their own for every add-on that takes some, and for each kind of receiver in turn. */
const OPTIONS: readonly AddonSettings[] = [
  addonSettings.parse({
    alerts: { kind: "slack", secret: "slack", channel: "#shop" },
    externalDns: { zoneIds: ["Z0123456789ABC"], domains: ["example.com"], policy: "sync" },
    loki: { retentionDays: 30, sizeGb: 50 },
    externalSecrets: { prefixes: ["shop/"] },
    velero: { schedule: "30 1 * * *", keepDays: 30, snapshots: false },
    argoCd: { ...GIT, secret: "git" },
    flux: GIT,
  }),
  addonSettings.parse({
    alerts: {
      kind: "email",
      secret: "smtp",
      to: "ops@example.com",
      from: "alerts@example.com",
      server: "smtp.example.com:587",
      username: "alerts",
    },
    externalDns: { provider: "cloudflare", secret: "cloudflare", domains: ["example.com"] },
    velero: true,
    argoCd: { ...GIT, repository: "ssh://git@git.example.com/shop.git", secret: "git" },
    flux: { ...GIT, secret: "git" },
  }),
  addonSettings.parse({ alerts: { kind: "webhook", secret: "hook" } }),
  addonSettings.parse({ alerts: { kind: "pagerduty", secret: "pager" } }),
  addonSettings.parse({}),
];

const PLATFORMS = [
  { platform: "eks", edge: false },
  { platform: "k3s", edge: false },
  { platform: "k3s", edge: true },
  { platform: "cluster", edge: false },
] as const;

/** Every add-on in every surrounding that changes its values. */
export function contexts(on: readonly AddonKey[] = ADDON_KEYS): readonly AddonContext[] {
  return PLATFORMS.flatMap(({ platform, edge }) =>
    (["dev", "prod"] as const).flatMap(environment =>
      [on, on.filter(key => key !== "monitoring"), on.filter(key => !SOME.has(key))].flatMap(keys =>
        OPTIONS.map(addons => ({
          platform,
          environment,
          clusterName: "towpath-shop-test",
          ...(platform === "cluster" ? {} : { region: "us-east-1", storageClass: "gp3" }),
          ...(environment === "prod" ? { domain: "shop.example.com" } : {}),
          gatewayClass: "traefik",
          allowedCidrs: environment === "prod" ? ["203.0.113.0/24"] : ["0.0.0.0/0"],
          appNamespace: "shop",
          tags: { "towpath:project": "shop", "towpath:stack": "test", team: "shop" },
          edge,
          on: new Set(keys),
          addons,
        })),
      ),
    ),
  );
}

/** Those by whose presence others are changed. */
const SOME: ReadonlySet<AddonKey> = new Set([
  "awsLoadBalancerController",
  "certManager",
  "loki",
  "traefik",
  "velero",
]);
