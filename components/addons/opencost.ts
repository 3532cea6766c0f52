import type { Issue } from "../lib/issues";
import type { KubernetesSettings } from "../settings/settings";
import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { MONITORING_NAMESPACE, PROMETHEUS_SERVICE } from "./kube-prometheus-stack";
import { OPENCOST_NAMESPACE } from "./metric-readers";
import { resources } from "./resources";

const CHART: Chart = {
  name: "opencost",
  repository: "https://opencost.github.io/opencost-helm-chart",
  version: "2.5.23",
};

/** Tells what each namespace, workload and pod costs, from what Prometheus saw and AWS's public prices. */
export const opencost: Addon = {
  key: "opencost",
  release: "opencost",
  chart: CHART,
  namespace: { name: OPENCOST_NAMESPACE, podSecurity: "restricted", openPorts: [] },
  timeoutSeconds: 300,
  needs: ["monitoring"],
  after: ["monitoring"],
  issues,
  values,
};

function values({ clusterName }: AddonContext): Values {
  return {
    // `clusterName` is no name to the chart, but the domain of Services; its default is right.
    podSecurityContext: {
      runAsNonRoot: true,
      runAsUser: 1001,
      fsGroup: 1001,
      seccompProfile: { type: "RuntimeDefault" },
    },
    opencost: {
      exporter: {
        defaultClusterId: clusterName,
        securityContext: LOCKED_UP,
        resources: resources({ cpu: [25, 500], memory: [96, 512] }),
      },
      prometheus: {
        internal: {
          serviceName: PROMETHEUS_SERVICE,
          namespaceName: MONITORING_NAMESPACE,
          port: 9090,
        },
      },
      metrics: { serviceMonitor: { enabled: true } },
      mcp: { enabled: false },
      ui: { securityContext: LOCKED_UP, resources: resources({ cpu: [5, 250], memory: [16, 64] }) },
    },
  };
}

/** Both write below their own folders. */
const LOCKED_UP = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };

/** Elsewhere, a missing need is told for all add-ons alike. */
function issues({ target, addons }: KubernetesSettings): Issue[] {
  if (target !== "cluster" || addons.monitoring !== false) return [];
  const wrong = "true, while addons.monitoring is false and towpath knows of no other Prometheus";
  return [{ path: "towpath:addons.opencost", wrong, instead: "leave out one of the two" }];
}
