import type { Addon, Chart, Values } from "./addon";
import { type AddonContext, optionsOf } from "./addon-context";
import type { AwsAccess } from "./aws-access";
import { controlPlaneOnly } from "./control-plane-only";
import { secretsStatements } from "./grants/secrets-statements";
import { resources } from "./resources";

const CHART: Chart = {
  name: "external-secrets",
  repository: "https://charts.external-secrets.io",
  version: "2.9.0",
};
const ACCOUNT = "external-secrets";
const WEBHOOK_PORT = 10_250;

/** Makes Secrets of the cluster out of entries of AWS Secrets Manager and Parameter Store. */
export const externalSecrets: Addon = {
  key: "externalSecrets",
  release: "external-secrets",
  chart: CHART,
  namespace: { name: "external-secrets", podSecurity: "restricted", openPorts: [WEBHOOK_PORT] },
  timeoutSeconds: 300,
  needs: [],
  after: ["monitoring"],
  access,
  values,
};

function access(context: AddonContext): AwsAccess | undefined {
  const { region = "", tags } = context;
  const { prefixes = [`${tags["towpath:project"]}/${tags["towpath:stack"]}/`] } =
    optionsOf(context.addons, "externalSecrets") ?? {};
  return {
    serviceAccount: ACCOUNT,
    statements: ({ accountId }) => secretsStatements({ prefixes, region, accountId }),
  };
}

function values(context: AddonContext): Values {
  const { on } = context;
  return {
    installCRDs: true,
    serviceAccount: { create: true, name: ACCOUNT },
    ...controlPlaneOnly(context),
    serviceMonitor: { enabled: on.has("monitoring") },
    metrics: { service: { enabled: on.has("monitoring") } },
    resources: resources({ cpu: [10, 250], memory: [64, 256] }),
    // The controller makes the webhook's certificate by itself and renews it; the chart renders an empty Secret.
    webhook: { port: WEBHOOK_PORT, resources: resources({ cpu: [10, 100], memory: [32, 128] }) },
    certController: { resources: resources({ cpu: [10, 100], memory: [48, 192] }) },
  };
}
