import { PROXY_SERVICE } from "../plan/proxy-service";
import { PROXY_PORTS } from "../proxy-config";

/** What is scraped, by job. */
const TARGETS = {
  host: "towpath-node-exporter:9100",
  prometheus: "localhost:9090",
  alertmanager: "towpath-alertmanager:9093",
  grafana: "towpath-grafana:3000",
} as const;

/** `prometheus.yaml`; the proxy is scraped where there is one. */
export function prometheusConfig(proxied: boolean): unknown {
  const proxy = proxied ? { proxy: `${PROXY_SERVICE}:${PROXY_PORTS.metrics}` } : {};
  return {
    global: { scrape_interval: "30s", evaluation_interval: "30s" },
    rule_files: ["/etc/prometheus/rules.yaml"],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [TARGETS.alertmanager] }] }] },
    scrape_configs: Object.entries({ ...TARGETS, ...proxy }).map(([job_name, target]) => ({
      job_name,
      static_configs: [{ targets: [target] }],
    })),
  };
}
