import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { alloyConfig } from "./alloy-config";
import { LOG_COLLECTOR_NAMESPACE } from "./logs";
import { resources } from "./resources";

const CHART: Chart = {
  name: "alloy",
  repository: "https://grafana.github.io/helm-charts",
  version: "1.11.1",
};
/** Where it remembers how far it has read. */
const SCRATCH = { name: "scratch", mountPath: "/tmp/alloy" } as const;

/**
 * Reads the logs of all pods from the API server and sends them to Loki. It mounts nothing of the nodes, and so
 * meets the strictest Pod Security.
 */
export const alloy: Addon = {
  key: "alloy",
  release: "alloy",
  chart: CHART,
  namespace: { name: LOG_COLLECTOR_NAMESPACE, podSecurity: "restricted", openPorts: [] },
  timeoutSeconds: 300,
  needs: ["loki"],
  after: ["loki", "monitoring"],
  values,
};

function values({ environment, on }: AddonContext): Values {
  const several = environment === "prod";
  return {
    crds: { create: false },
    alloy: {
      configMap: { content: alloyConfig({ several }) },
      clustering: { enabled: several },
      enableReporting: false,
      storagePath: SCRATCH.mountPath,
      mounts: { extra: [SCRATCH] },
      securityContext: LOCKED_UP,
      resources: resources({ cpu: [25, 500], memory: [128, 384] }),
    },
    configReloader: { resources: resources({ cpu: [5, 100], memory: [24, 64] }) },
    controller: {
      type: several ? "statefulset" : "deployment",
      replicas: several ? 2 : 1,
      volumes: { extra: [{ name: SCRATCH.name, emptyDir: { sizeLimit: "256Mi" } }] },
    },
    rbac: RIGHTS,
    serviceMonitor: { enabled: on.has("monitoring") },
  };
}

const LOCKED_UP = {
  runAsNonRoot: true,
  runAsUser: 473,
  runAsGroup: 473,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};

/** The chart would let it read every Secret. It writes both lists one after the other, and neither may be empty. */
const RIGHTS = {
  rules: [{ apiGroups: [""], resources: ["pods", "pods/log"], verbs: ["get", "list", "watch"] }],
  clusterRules: [{ apiGroups: [""], resources: ["namespaces"], verbs: ["get", "list", "watch"] }],
};
