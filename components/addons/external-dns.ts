import type { Issue } from "../lib/issues";
import type { AddonSettings } from "../settings/addons";
import type { KubernetesSettings } from "../settings/settings";
import type { Addon, AddonSecret, Chart, Values } from "./addon";
import { type AddonContext, optionsOf } from "./addon-context";
import type { AwsAccess } from "./aws-access";
import { controlPlaneOnly } from "./control-plane-only";
import { route53Statements } from "./grants/route53-statements";
import { resources } from "./resources";

const CHART: Chart = {
  name: "external-dns",
  repository: "https://kubernetes-sigs.github.io/external-dns/",
  version: "1.21.1",
};
const ACCOUNT = "external-dns";
const TOKEN = { name: "external-dns-token", key: "token" } as const;

/** Writes the names of the app's routes into a DNS zone, and marks with a TXT record which are its own. */
export const externalDns: Addon = {
  key: "externalDns",
  release: "external-dns",
  chart: CHART,
  namespace: { name: "external-dns", podSecurity: "restricted", openPorts: [] },
  timeoutSeconds: 300,
  needs: ["gatewayApi"],
  after: ["gatewayApi", "monitoring", "traefik"],
  access,
  secret,
  issues,
  values,
};

function access({ addons }: AddonContext): AwsAccess | undefined {
  const { provider = "aws", zoneIds = [] } = optionsOf(addons, "externalDns") ?? {};
  if (provider !== "aws") return undefined;
  return { serviceAccount: ACCOUNT, statements: () => route53Statements(zoneIds) };
}

function secret(addons: AddonSettings): AddonSecret | undefined {
  const { provider, secret: from } = optionsOf(addons, "externalDns") ?? {};
  return provider === "cloudflare" && from !== undefined ? { ...TOKEN, from } : undefined;
}

function values(context: AddonContext): Values {
  const {
    provider = "aws",
    policy = "upsert-only",
    domains,
  } = optionsOf(context.addons, "externalDns") ?? {};
  const token = {
    name: "CF_API_TOKEN",
    valueFrom: { secretKeyRef: { name: TOKEN.name, key: TOKEN.key } },
  };
  const region = { name: "AWS_DEFAULT_REGION", value: context.region ?? "" };
  return {
    provider: { name: provider },
    serviceAccount: { create: true, name: ACCOUNT },
    sources: ["gateway-httproute"],
    policy,
    registry: "txt",
    txtOwnerId: context.clusterName,
    txtPrefix: "towpath-",
    domainFilters: [...(domains ?? (context.domain === undefined ? [] : [context.domain]))],
    logFormat: "json",
    env: [provider === "aws" ? region : token],
    ...(provider === "aws" ? controlPlaneOnly(context) : {}),
    serviceMonitor: { enabled: context.on.has("monitoring") },
    resources: resources({ cpu: [10, 250], memory: [48, 192] }),
  };
}

const PATH = "towpath:addons.externalDns";

function issues({ target, addons, domain }: KubernetesSettings): Issue[] {
  const options = optionsOf(addons, "externalDns");
  if (options === undefined) return [];
  const found: Issue[] = [];
  if (domain === undefined && options.domains === undefined)
    found.push({
      path: `${PATH}.domains`,
      wrong: "missing, while the stack has no domain either",
      instead: "name the domains whose records it may write",
    });
  return [
    ...found,
    ...(options.provider === "aws" ? route53Issues(target, options.zoneIds) : tokenIssues(options.secret)),
  ];
}

function route53Issues(target: KubernetesSettings["target"], zoneIds: readonly string[]): Issue[] {
  if (target === "cluster")
    return [
      {
        path: `${PATH}.provider`,
        wrong: "aws, while towpath has no AWS account to give it a role for a cluster that it did not make",
        instead: "write cloudflare and the name of a secret, or leave externalDns out",
      },
    ];
  if (zoneIds.length > 0) return [];
  const instead = "write the ids of the hosted zones that it may write to";
  return [{ path: `${PATH}.zoneIds`, wrong: "empty, while provider is aws", instead }];
}

function tokenIssues(from: string | undefined): Issue[] {
  if (from !== undefined) return [];
  const instead = "write the name under towpath:secrets of an API token";
  return [{ path: `${PATH}.secret`, wrong: "missing, while provider is cloudflare", instead }];
}
