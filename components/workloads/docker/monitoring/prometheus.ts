import { stringify } from "yaml";
import { alertRules } from "./alert-rules";
import { bound, folder, kept, LOOPBACK_PORTS, NOBODY, type Planned } from "./monitoring-part";
import type { MonitoringRequest } from "./monitoring-request";
import { prometheusConfig } from "./prometheus-config";

/** Keeps metrics, and judges them by the alert rules. */
export function prometheus({ retentionDays }: MonitoringRequest, proxied: boolean): Planned {
  const config = folder("prometheus", {
    "prometheus.yaml": stringify(prometheusConfig(proxied)),
    "rules.yaml": stringify(alertRules()),
  });
  return {
    files: config.files,
    part: {
      name: "towpath-prometheus",
      user: `${NOBODY}:${NOBODY}`,
      command: [
        "--config.file=/etc/prometheus/prometheus.yaml",
        "--storage.tsdb.path=/prometheus",
        `--storage.tsdb.retention.time=${retentionDays}d`,
        "--storage.tsdb.retention.size=2GB",
      ],
      volumes: [bound(config.source, "/etc/prometheus"), kept("towpath-prometheus", "/prometheus")],
      port: 9090,
      loopback: LOOPBACK_PORTS.prometheus,
      health: "/-/healthy",
      memoryMb: 384,
    },
  };
}
