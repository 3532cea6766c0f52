import { AUTOSCALER_ACCOUNT } from "../lib/cluster-names";
import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { controlPlaneOnly } from "./control-plane-only";
import { resources } from "./resources";

const CHART: Chart = {
  name: "cluster-autoscaler",
  repository: "https://kubernetes.github.io/autoscaler",
  version: "9.55.0",
};

/** Adds nodes to tagged groups when pods find no place, and takes away nodes that stand empty. */
export const clusterAutoscaler: Addon = {
  key: "clusterAutoscaler",
  release: "cluster-autoscaler",
  chart: CHART,
  namespace: "kube-system",
  timeoutSeconds: 300,
  needs: [],
  after: ["monitoring"],
  values,
};

function values(context: AddonContext): Values {
  return {
    fullnameOverride: "cluster-autoscaler",
    cloudProvider: "aws",
    awsRegion: context.region ?? "",
    autoDiscovery: { clusterName: context.clusterName },
    // The chart's own default lags behind its appVersion.
    image: { tag: "v1.35.0" },
    rbac: { serviceAccount: { name: AUTOSCALER_ACCOUNT } },
    extraArgs: {
      v: 2,
      expander: "least-waste",
      "balance-similar-node-groups": true,
      "skip-nodes-with-system-pods": false,
      "skip-nodes-with-local-storage": false,
      "scale-down-unneeded-time": "10m",
    },
    ...controlPlaneOnly(context),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65_534,
      runAsGroup: 65_534,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containerSecurityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    serviceMonitor: { enabled: context.on.has("monitoring"), namespace: "kube-system", selector: {} },
    resources: resources({ cpu: [25, 500], memory: [96, 384] }),
  };
}
