import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { resources } from "./resources";

const CHART: Chart = {
  name: "kyverno",
  repository: "https://kyverno.github.io/kyverno/",
  version: "3.8.2",
};
const WEBHOOK_PORT = 9443;

/** A policy engine, for policies beyond what the API server enforces by itself. It makes its own certificates. */
export const kyverno: Addon = {
  key: "kyverno",
  release: "kyverno",
  chart: CHART,
  namespace: { name: "kyverno", podSecurity: "restricted", openPorts: [WEBHOOK_PORT] },
  timeoutSeconds: 600,
  needs: [],
  after: ["monitoring"],
  values,
};

function values({ environment, on }: AddonContext): Values {
  const serviceMonitor = { enabled: on.has("monitoring") };
  const small = resources({ cpu: [10, 250], memory: [64, 256] });
  return {
    crds: { migration: { podResources: small } },
    admissionController: {
      // Two would not agree on a leader any better than one; three outlive a node.
      replicas: environment === "prod" ? 3 : 1,
      podDisruptionBudget: { enabled: environment === "prod", minAvailable: 1 },
      initContainer: { resources: small },
      container: { resources: resources({ cpu: [50, 1000], memory: [128, 512] }) },
      serviceMonitor,
    },
    reportsController: { resources: resources({ cpu: [25, 500], memory: [96, 384] }), serviceMonitor },
    // Nothing here generates, mutates what exists, or cleans up.
    backgroundController: { enabled: false },
    cleanupController: { enabled: false },
    webhooksCleanup: { resources: small },
    test: { resources: small },
    features: { logging: { format: "json" } },
  };
}
