interface Panel {
  readonly title: string;
  /** Grafana's name of the unit. */
  readonly unit: string;
  readonly expr: string;
  readonly legend: string;
}

const PANELS: readonly Panel[] = [
  {
    title: "Disks used",
    unit: "percentunit",
    expr: "1 - towpath_filesystem_avail_bytes / towpath_filesystem_size_bytes",
    legend: "{{mountpoint}}",
  },
  {
    title: "CPU used",
    unit: "percentunit",
    expr: '1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m]))',
    legend: "host",
  },
  {
    title: "Memory used",
    unit: "percentunit",
    expr: "1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes",
    legend: "host",
  },
  { title: "Load", unit: "short", expr: "node_load5", legend: "five minutes" },
  {
    title: "Containers: CPU",
    unit: "short",
    expr: "sum by (service) (rate(towpath_container_cpu_seconds_total[5m]))",
    legend: "{{service}}",
  },
  {
    title: "Containers: memory",
    unit: "bytes",
    expr: "sum by (service) (towpath_container_memory_bytes)",
    legend: "{{service}}",
  },
  {
    title: "Containers: restarts in an hour",
    unit: "short",
    expr: "sum by (service) (increase(towpath_container_restarts_total[1h]))",
    legend: "{{service}}",
  },
  {
    title: "Containers that run and are not unhealthy",
    unit: "short",
    expr: "sum by (service) (towpath_container_up)",
    legend: "{{service}}",
  },
  {
    title: "Requests a second",
    unit: "reqps",
    expr: "sum by (service) (rate(traefik_service_requests_total[5m]))",
    legend: "{{service}}",
  },
  {
    title: "Requests that fail",
    unit: "percentunit",
    expr:
      'sum by (service) (rate(traefik_service_requests_total{code=~"5.."}[5m])) ' +
      "/ sum by (service) (rate(traefik_service_requests_total[5m]))",
    legend: "{{service}}",
  },
  {
    title: "Age of backups",
    unit: "s",
    expr: "time() - towpath_backup_last_success_timestamp_seconds",
    legend: "{{kind}}/{{name}}",
  },
  {
    title: "Certificates end in",
    unit: "s",
    expr: "traefik_tls_certs_not_after - time()",
    legend: "{{cn}}",
  },
];

/** Two panels a row, on Grafana's grid of 24 columns. */
const WIDTH = 12;
const HEIGHT = 8;

/** The expressions that the dashboard shows, for a check by Prometheus' own parser. */
export const DASHBOARD_EXPRESSIONS: readonly string[] = PANELS.map(({ expr }) => expr);

/** The host's dashboard, as Grafana provisions it. */
export function dashboard(): unknown {
  return {
    uid: "towpath-host",
    title: "Host",
    schemaVersion: 41,
    editable: false,
    refresh: "1m",
    time: { from: "now-6h", to: "now" },
    panels: PANELS.map(({ title, unit, expr, legend }, index) => ({
      id: index + 1,
      type: "timeseries",
      title,
      datasource: { type: "prometheus", uid: "prometheus" },
      gridPos: { x: (index % 2) * WIDTH, y: Math.floor(index / 2) * HEIGHT, w: WIDTH, h: HEIGHT },
      fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
      targets: [{ refId: "A", expr, legendFormat: legend }],
    })),
  };
}
