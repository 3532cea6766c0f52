import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { alertRules } from "./alert-rules";
import { alertmanagerConfig, receiverSecret } from "./alertmanager-config";
import { grafanaValues } from "./grafana-values";
import { kubeletValues } from "./kubelet-values";
import { METRIC_READERS } from "./metric-readers";
import { offBoards } from "./off-boards";
import { resources } from "./resources";

const CHART: Chart = {
  name: "kube-prometheus-stack",
  repository: "https://prometheus-community.github.io/helm-charts",
  version: "88.5.2",
};
/** Where Prometheus stands; NetworkPolicies let it in to scrape. */
export const MONITORING_NAMESPACE = "monitoring";
/** Service of Prometheus, as the chart names it after the release. */
export const PROMETHEUS_SERVICE = "monitoring-kube-prometheus-prometheus";

/** Prometheus, Alertmanager and Grafana with the rules and dashboards of a cluster. */
export const kubePrometheusStack: Addon = {
  key: "monitoring",
  release: "monitoring",
  chart: CHART,
  namespace: {
    name: MONITORING_NAMESPACE,
    podSecurity: "restricted",
    openPorts: [10_250],
    callers: METRIC_READERS,
  },
  timeoutSeconds: 900,
  needs: [],
  after: ["ebsCsi"],
  secret: ({ alerts }) => receiverSecret(alerts),
  values,
};

function values(context: AddonContext): Values {
  const alerts = alertmanagerConfig(context.addons.alerts);
  return {
    ...UNSEEN_PARTS,
    ...kubeletValues(context),
    prometheusOperator: {
      resources: resources({ cpu: [10, 250], memory: [64, 192] }),
      prometheusConfigReloader: { resources: resources({ cpu: [5, 100], memory: [24, 64] }) },
      admissionWebhooks: { patch: { resources: resources({ cpu: [10, 250], memory: [32, 128] }) } },
    },
    prometheus: { prometheusSpec: prometheusSpec(context) },
    additionalPrometheusRulesMap: { app: alertRules(context) },
    alertmanager: {
      config: alerts.config,
      alertmanagerSpec: {
        ...alerts.spec,
        storage: claim(context, 1),
        resources: resources({ cpu: [5, 100], memory: [32, 96] }),
      },
    },
    grafana: grafanaValues(context),
    "kube-state-metrics": { resources: resources({ cpu: [10, 250], memory: [48, 192] }) },
    "prometheus-node-exporter": {
      // It sees the host's processes and disks, which the namespace of the others does not allow.
      namespaceOverride: "kube-system",
      // On a board nobody could scrape it: it answers at the address of its node.
      ...offBoards(context),
      resources: resources({ cpu: [5, 250], memory: [24, 96] }),
    },
  };
}

/** Parts of the control plane that neither EKS nor K3s lets anyone scrape; alerts on them would never stop. */
const UNSEEN_PARTS = {
  kubeControllerManager: { enabled: false },
  kubeScheduler: { enabled: false },
  kubeEtcd: { enabled: false },
  kubeProxy: { enabled: false },
  defaultRules: {
    rules: {
      etcd: false,
      kubeControllerManager: false,
      kubeProxy: false,
      kubeSchedulerAlerting: false,
      kubeSchedulerRecording: false,
      windows: false,
    },
  },
};

function prometheusSpec(context: AddonContext): Values {
  return {
    retention: "7d",
    retentionSize: "8GB",
    storageSpec: claim(context, 10),
    // Monitors and rules count wherever they stand, not only those of this release.
    serviceMonitorSelectorNilUsesHelmValues: false,
    podMonitorSelectorNilUsesHelmValues: false,
    ruleSelectorNilUsesHelmValues: false,
    resources: resources({ cpu: [100, 1000], memory: [400, 1024] }),
  };
}

function claim({ storageClass }: AddonContext, sizeGb: number): Values {
  return {
    volumeClaimTemplate: {
      spec: {
        accessModes: ["ReadWriteOnce"],
        ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
        resources: { requests: { storage: `${sizeGb}Gi` } },
      },
    },
  };
}
