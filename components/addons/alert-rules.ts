import type { AddonContext } from "./addon-context";

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: "warning" | "critical";
  readonly summary: string;
}

/** What else must be on for a rule to have something to look at. */
type Needed = "traefik" | "velero" | "certManager" | undefined;

/**
 * Rules of the app beside those that the chart brings for every cluster: crash loops, full volumes, autoscalers at
 * their end and nodes in trouble are there already.
 */
export function alertRules({ appNamespace, on }: AddonContext) {
  const rules = [...downRules(appNamespace), ...errorRules(appNamespace), ...HOUSEKEEPING]
    .filter(([needed]) => needed === undefined || on.has(needed))
    .map(([, { severity, summary, ...rule }]) => ({
      ...rule,
      labels: { severity, namespace: appNamespace },
      annotations: { summary },
    }));
  return { groups: [{ name: "towpath-app", rules }] };
}

type Conditional = readonly [Needed, Rule];

function downRules(namespace: string): readonly Conditional[] {
  const here = `namespace="${namespace}"`;
  const down = (ready: string, wanted: string) => `(${ready}{${here}} == 0) and (${wanted}{${here}} > 0)`;
  const rule = (alert: string, kind: string, expr: string): Conditional => [
    undefined,
    { alert, expr, for: "5m", severity: "critical", summary: `No replica of {{ $labels.${kind} }} answers.` },
  ];
  return [
    rule(
      "AppServiceDown",
      "deployment",
      down("kube_deployment_status_replicas_available", "kube_deployment_spec_replicas"),
    ),
    rule(
      "AppDataServiceDown",
      "statefulset",
      down("kube_statefulset_status_replicas_ready", "kube_statefulset_replicas"),
    ),
  ];
}

function errorRules(namespace: string): readonly Conditional[] {
  const own = `exported_service=~"${namespace}-.*@kubernetesgateway"`;
  const rate = (more: string) => `sum(rate(traefik_service_requests_total{${own}${more}}[5m]))`;
  const rule: Rule = {
    alert: "AppManyErrors",
    expr: `${rate(',code=~"5.."')} / ${rate("")} > 0.05`,
    for: "10m",
    severity: "warning",
    summary: "{{ $value | humanizePercentage }} of requests fail.",
  };
  return [["traefik", rule]];
}

/** Seconds: a day and a half, and two weeks. */
const HOUSEKEEPING: readonly Conditional[] = [
  [
    "velero",
    {
      alert: "BackupOverdue",
      expr: 'time() - max by (schedule) (velero_backup_last_successful_timestamp{schedule!=""}) > 129600',
      for: "1h",
      severity: "warning",
      summary: "No backup of {{ $labels.schedule }} has succeeded for a day and a half.",
    },
  ],
  [
    "certManager",
    {
      alert: "CertificateEndsSoon",
      expr: "min by (namespace, name) (certmanager_certificate_expiration_timestamp_seconds) - time() < 1209600",
      for: "1h",
      severity: "warning",
      summary: "The certificate {{ $labels.name }} ends within two weeks and was not renewed.",
    },
  ],
];
