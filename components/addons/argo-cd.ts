import type { AddonSettings } from "../settings/addons";
import type { Addon, AddonSecret, Chart, Values } from "./addon";
import { type AddonContext, optionsOf } from "./addon-context";
import { gitSecret } from "./git-secret";
import { resources } from "./resources";

const CHART: Chart = {
  name: "argo-cd",
  repository: "https://argoproj.github.io/argo-helm",
  version: "9.7.1",
};
export const ARGO_NAMESPACE = "argocd";

/**
 * Brings the app from Git: the rendered YAML, with images by the digests of this release. Like Grafana it has no
 * account: whoever may open a port-forward reads, and Git is the only way to change anything.
 */
export const argoCd: Addon = {
  key: "argoCd",
  release: "argocd",
  chart: CHART,
  namespace: { name: ARGO_NAMESPACE, podSecurity: "restricted", openPorts: [] },
  timeoutSeconds: 600,
  needs: [],
  after: ["monitoring"],
  conflicts: [{ with: "flux", why: "both bring the app from Git, and would undo each other's work" }],
  secret,
  values,
};

/** Argo CD finds the login of a repository by this label. */
function secret(addons: AddonSettings): AddonSecret | undefined {
  const source = optionsOf(addons, "argoCd");
  if (source === undefined) return undefined;
  const login = gitSecret(source, { password: "password", sshKey: "sshPrivateKey" });
  if (login === undefined) return undefined;
  return {
    ...login,
    labels: { "argocd.argoproj.io/secret-type": "repository" },
    beside: { ...login.beside, type: "git", url: source.repository },
  };
}

function values({ on }: AddonContext): Values {
  const metrics = { enabled: on.has("monitoring"), serviceMonitor: { enabled: on.has("monitoring") } };
  return {
    configs: {
      cm: { "admin.enabled": false, "users.anonymous.enabled": true },
      params: { "server.insecure": true },
      rbac: { "policy.default": "role:readonly" },
    },
    dex: { enabled: false },
    notifications: { enabled: false },
    applicationSet: { replicas: 0, resources: resources({ cpu: [10, 250], memory: [64, 256] }) },
    controller: { metrics, resources: resources({ cpu: [50, 1000], memory: [256, 1024] }) },
    server: { metrics, resources: resources({ cpu: [25, 500], memory: [64, 256] }) },
    repoServer: { metrics, resources: resources({ cpu: [25, 1000], memory: [96, 512], disk: [64, 2048] }) },
    redis: { resources: resources({ cpu: [10, 250], memory: [32, 128] }) },
    redisSecretInit: { resources: resources({ cpu: [10, 250], memory: [64, 256] }) },
  };
}
