import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { KEDA_NAMESPACE } from "./metric-readers";
import { resources } from "./resources";

const CHART: Chart = {
  name: "keda",
  repository: "https://kedacore.github.io/charts",
  version: "2.20.2",
};
const METRICS_PORT = 6443;
const WEBHOOK_PORT = 9443;

/** Scales workloads by clocks, queues and what Prometheus knows. Its operator makes its certificates by itself. */
export const keda: Addon = {
  key: "keda",
  release: "keda",
  chart: CHART,
  namespace: { name: KEDA_NAMESPACE, podSecurity: "restricted", openPorts: [METRICS_PORT, WEBHOOK_PORT] },
  timeoutSeconds: 300,
  needs: [],
  after: ["monitoring", "metricsServer"],
  values,
};

function values({ clusterName, on }: AddonContext): Values {
  const metrics = { enabled: on.has("monitoring"), serviceMonitor: { enabled: on.has("monitoring") } };
  return {
    clusterName,
    image: { pullPolicy: "IfNotPresent" },
    service: { portHttpsTarget: METRICS_PORT },
    resources: {
      operator: resources({ cpu: [25, 500], memory: [96, 384] }),
      metricServer: resources({ cpu: [25, 500], memory: [64, 256] }),
      webhooks: resources({ cpu: [10, 250], memory: [32, 128] }),
    },
    prometheus: { operator: metrics, metricServer: metrics },
    asciiArt: false,
  };
}
