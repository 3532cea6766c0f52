import type { Addon, Chart } from "./addon";
import { resources } from "./resources";

const CHART: Chart = {
  name: "metrics-server",
  repository: "https://kubernetes-sigs.github.io/metrics-server/",
  version: "3.13.1",
};

/** The metrics API, by which HorizontalPodAutoscalers decide. */
export const metricsServer: Addon = {
  key: "metricsServer",
  release: "metrics-server",
  chart: CHART,
  namespace: "kube-system",
  timeoutSeconds: 300,
  needs: [],
  after: ["monitoring"],
  values: ({ environment, on }) => ({
    replicas: environment === "prod" ? 2 : 1,
    podDisruptionBudget: environment === "prod" ? { enabled: true, maxUnavailable: 1 } : { enabled: false },
    metrics: { enabled: on.has("monitoring") },
    serviceMonitor: { enabled: on.has("monitoring") },
    resources: resources({ cpu: [25, 250], memory: [48, 192] }),
  }),
};
