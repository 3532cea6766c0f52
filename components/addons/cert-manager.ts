import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { resources } from "./resources";

const CHART: Chart = {
  name: "cert-manager",
  repository: "https://charts.jetstack.io",
  version: "v1.21.1",
};

/** Certificates for the Gateways' listeners, by ACME. */
export const certManager: Addon = {
  key: "certManager",
  release: "cert-manager",
  chart: CHART,
  namespace: { name: "cert-manager", podSecurity: "restricted", openPorts: [10_250] },
  timeoutSeconds: 600,
  needs: ["gatewayApi"],
  after: ["gatewayApi", "monitoring"],
  values,
};

function values({ on }: AddonContext): Values {
  return {
    crds: { enabled: true, keep: true },
    global: { leaderElection: { namespace: "cert-manager" } },
    config: {
      apiVersion: "controller.config.cert-manager.io/v1alpha1",
      kind: "ControllerConfiguration",
      enableGatewayAPI: true,
    },
    prometheus: { servicemonitor: { enabled: on.has("monitoring") } },
    resources: resources({ cpu: [10, 250], memory: [48, 192] }),
    webhook: { resources: resources({ cpu: [10, 250], memory: [32, 128] }) },
    cainjector: { resources: resources({ cpu: [10, 250], memory: [48, 192] }) },
    startupapicheck: { resources: resources({ cpu: [10, 250], memory: [32, 128] }) },
  };
}
