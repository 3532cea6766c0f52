interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly severity: "critical" | "warning";
  readonly summary: string;
  readonly description: string;
}

const USED = "1 - towpath_filesystem_avail_bytes / towpath_filesystem_size_bytes";

const HOST: readonly Alert[] = [
  {
    alert: "HostDown",
    expr: 'up{job="host"} == 0 or absent(up{job="host"})',
    for: "5m",
    severity: "critical",
    summary: "The host's metrics are gone",
    description: "Node exporter has not answered for five minutes.",
  },
  {
    alert: "HostMetricsStale",
    expr: 'time() - node_textfile_mtime_seconds{file=~".*towpath.prom"} > 600',
    for: "5m",
    severity: "critical",
    summary: "The host's own metrics are ten minutes old",
    description: "See systemctl status towpath-metrics.timer on the host.",
  },
  {
    alert: "DiskFilling",
    expr: `${USED} > 0.85`,
    for: "10m",
    severity: "warning",
    summary: "{{ $labels.mountpoint }} is {{ $value | humanizePercentage }} full",
    description: "Grow the volume by its sizeGb, or remove what is not needed.",
  },
  {
    alert: "DiskFull",
    expr: `${USED} > 0.95`,
    for: "2m",
    severity: "critical",
    summary: "{{ $labels.mountpoint }} is {{ $value | humanizePercentage }} full",
    description: "Writes will fail soon.",
  },
  {
    alert: "MemoryShort",
    expr: "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.1",
    for: "10m",
    severity: "warning",
    summary: "Less than a tenth of the host's memory is free",
    description: "Choose a larger instance, or smaller limits.",
  },
];

const CONTAINERS: readonly Alert[] = [
  {
    alert: "ContainerDown",
    expr: "towpath_container_up == 0",
    for: "3m",
    severity: "critical",
    summary: "{{ $labels.service }} does not run, or is unhealthy",
    description: "See docker logs {{ $labels.container }} on the host.",
  },
  {
    alert: "ContainerRestarting",
    expr: "increase(towpath_container_restarts_total[15m]) > 2",
    severity: "critical",
    summary: "{{ $labels.service }} starts again and again",
    description: "See docker logs {{ $labels.container }} on the host.",
  },
  {
    alert: "ContainerOutOfMemory",
    expr: "increase(towpath_container_oom_kills_total[15m]) > 0",
    severity: "warning",
    summary: "The kernel killed a process of {{ $labels.service }} for its memory",
    description: "Raise deploy.resources.limits.memory, or x-towpath.size.",
  },
  {
    alert: "ChangeFailed",
    expr: "towpath_last_change_failed == 1",
    for: "5m",
    severity: "warning",
    summary: "The last rollout, backup, restore or drill failed",
    description: "See /srv/towpath/log on the host.",
  },
];

const BACKUPS: readonly Alert[] = [
  {
    alert: "BackupTooOld",
    expr: "time() - towpath_backup_last_success_timestamp_seconds > towpath_backup_max_age_seconds",
    for: "15m",
    severity: "critical",
    summary:
      "The last backup of {{ $labels.kind }}/{{ $labels.name }} is {{ $value | humanizeDuration }} old",
    description: "See journalctl --unit towpath-backup-{{ $labels.kind }}-{{ $labels.name }} on the host.",
  },
];

const PROXY: readonly Alert[] = [
  {
    alert: "CertificateExpiring",
    expr: "traefik_tls_certs_not_after - time() < 14 * 86400",
    for: "1h",
    severity: "critical",
    summary: "The certificate of {{ $labels.cn }} ends in {{ $value | humanizeDuration }}",
    description: "It should have been renewed a month before its end; see docker logs of towpath-proxy.",
  },
  {
    alert: "RequestsFailing",
    expr:
      'sum by (service) (rate(traefik_service_requests_total{code=~"5.."}[5m])) ' +
      "/ sum by (service) (rate(traefik_service_requests_total[5m])) > 0.05",
    for: "5m",
    severity: "critical",
    summary: "{{ $value | humanizePercentage }} of the requests to {{ $labels.service }} fail",
    description: "The service answers with 5xx, or not at all.",
  },
];

/** `rules.yaml`: what somebody must be told. */
export function alertRules(): unknown {
  const groups = { host: HOST, containers: CONTAINERS, backups: BACKUPS, proxy: PROXY };
  return { groups: Object.entries(groups).map(([name, alerts]) => ({ name, rules: alerts.map(rule) })) };
}

function rule({ alert, expr, for: wait, severity, summary, description }: Alert): unknown {
  return {
    alert,
    expr,
    ...(wait !== undefined && { for: wait }),
    labels: { severity },
    annotations: { summary, description },
  };
}
