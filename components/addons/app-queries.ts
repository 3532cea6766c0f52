import type { AppWorkload } from "./app-facts";

/** A rate over what the dashboard shows; alerts put a fixed time in its place. */
const RATE = "$__rate_interval";

/** What kube-state-metrics says of replicas, by kind: those that answer and those that are wanted. */
const REPLICAS = {
  Deployment: {
    label: "deployment",
    ready: "kube_deployment_status_replicas_available",
    wanted: "kube_deployment_spec_replicas",
  },
  StatefulSet: {
    label: "statefulset",
    ready: "kube_statefulset_status_replicas_ready",
    wanted: "kube_statefulset_replicas",
  },
  DaemonSet: {
    label: "daemonset",
    ready: "kube_daemonset_status_number_available",
    wanted: "kube_daemonset_status_desired_number_scheduled",
  },
} as const satisfies Readonly<Record<AppWorkload["kind"], unknown>>;

/** How controllers name their pods; Prometheus matches the whole name. */
const PODS: Readonly<Record<AppWorkload["kind"], string>> = {
  Deployment: "-[a-z0-9]+-[a-z0-9]{5}",
  StatefulSet: "-[0-9]+",
  DaemonSet: "-[a-z0-9]{5}",
};

/** The questions to Prometheus about one workload, in PromQL. */
export function appQueries(namespace: string, { name, kind }: AppWorkload) {
  const pods = `namespace="${namespace}",pod=~"${name}${PODS[kind]}"`;
  const containers = `${pods},container!="",image!=""`;
  const { label, ready, wanted } = REPLICAS[kind];
  const routed = `exported_service=~"${namespace}-${name}-http-[0-9]+@kubernetesgateway"`;
  return {
    cpu: `sum(rate(container_cpu_usage_seconds_total{${containers}}[${RATE}]))`,
    cpuRequested: `sum(kube_pod_container_resource_requests{${pods},resource="cpu"})`,
    memory: `sum(container_memory_working_set_bytes{${containers}})`,
    memoryLimit: `sum(kube_pod_container_resource_limits{${pods},resource="memory"})`,
    restarts: `sum(increase(kube_pod_container_status_restarts_total{${pods}}[1h]))`,
    ready: `sum(${ready}{namespace="${namespace}",${label}="${name}"})`,
    wanted: `sum(${wanted}{namespace="${namespace}",${label}="${name}"})`,
    requests: `sum by (code) (rate(traefik_service_requests_total{${routed}}[${RATE}]))`,
    slowest: `histogram_quantile(0.95, sum by (le) (rate(traefik_service_request_duration_seconds_bucket{${routed}}[${RATE}])))`,
  };
}
