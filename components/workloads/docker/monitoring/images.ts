/**
 * What watches the host, pinned. Prometheus and Alertmanager are those of the clusters' chart, kube-prometheus-stack
 * 88.5.2 of 2026-08-21; node exporter is the newest tag of its module and Grafana's tag was in use in public Compose
 * files, both seen on 2026-11-28.
 */
export const MONITORING_IMAGES = {
  "towpath-prometheus": "docker.io/prom/prometheus:v3.14.0",
  "towpath-alertmanager": "docker.io/prom/alertmanager:v0.34.0",
  "towpath-node-exporter": "docker.io/prom/node-exporter:v1.12.1",
  "towpath-grafana": "docker.io/grafana/grafana:13.2.0",
} as const;
export type MonitoringService = keyof typeof MONITORING_IMAGES;

/** Their network, which the proxy joins and the app's services do not. */
export const MONITORING_NETWORK = "towpath-monitoring";
