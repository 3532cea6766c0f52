import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { controlPlaneOnly } from "./control-plane-only";
import { resources } from "./resources";

const CHART: Chart = {
  name: "traefik",
  repository: "https://traefik.github.io/charts",
  version: "41.3.0",
};
/** The chart's entry points, which a Gateway's listeners must name; a pod without root may listen on these. */
const ENTRY_POINTS = { http: 8000, https: 8443 } as const;

/** Traefik as Gateway API controller; its Service answers on 80 and 443. */
export const traefik: Addon = {
  key: "traefik",
  release: "traefik",
  chart: CHART,
  namespace: {
    name: "traefik",
    podSecurity: "restricted",
    openPorts: [ENTRY_POINTS.http, ENTRY_POINTS.https],
  },
  timeoutSeconds: 600,
  needs: ["gatewayApi"],
  after: ["gatewayApi", "monitoring", "awsLoadBalancerController"],
  values,
};

function values(context: AddonContext): Values {
  return {
    ...placement(context),
    providers: {
      kubernetesCRD: { enabled: false },
      kubernetesIngress: { enabled: false },
      kubernetesGateway: { enabled: true },
    },
    ingressClass: { enabled: false },
    // The app brings its own Gateway; the chart's would take its listeners.
    gateway: { enabled: false },
    gatewayClass: { enabled: true, name: context.gatewayClass },
    api: { dashboard: false, insecure: false },
    global: { checkNewVersion: false, sendAnonymousUsage: false },
    ports: {
      web: { port: ENTRY_POINTS.http, exposedPort: 80 },
      websecure: { port: ENTRY_POINTS.https, exposedPort: 443 },
    },
    service: { annotations: annotations(context), spec: serviceSpec(context) },
    log: { level: "INFO", format: "json" },
    accessLog: { enabled: true, format: "json" },
    metrics: { prometheus: { serviceMonitor: { enabled: context.on.has("monitoring") } } },
    resources: resources({ cpu: [50, 1000], memory: [64, 256] }),
    updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  };
}

/**
 * On K3s one on each server, since the servers' addresses are the ones that callers know; elsewhere behind a load
 * balancer, two of them in prod.
 */
function placement(context: AddonContext): Values {
  if (context.platform === "k3s") return { deployment: { kind: "DaemonSet" }, ...controlPlaneOnly(context) };
  if (context.environment !== "prod") return { deployment: { replicas: 1 } };
  return {
    deployment: { replicas: 2 },
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    topologySpreadConstraints: [SPREAD],
  };
}

const SPREAD = {
  maxSkew: 1,
  topologyKey: "kubernetes.io/hostname",
  whenUnsatisfiable: "ScheduleAnyway",
  labelSelector: { matchLabels: { "app.kubernetes.io/name": "traefik" } },
};

/**
 * On EKS the cloud controller of the control plane makes a Network Load Balancer, or the AWS Load Balancer
 * Controller does, which then sends straight to the pods. On K3s ServiceLB on the servers answers, at no cost.
 */
function annotations({ platform, tags, on }: AddonContext): Record<string, string> {
  if (platform !== "eks") return {};
  const prefix = "service.beta.kubernetes.io/aws-load-balancer";
  if (on.has("awsLoadBalancerController"))
    return {
      [`${prefix}-attributes`]: "load_balancing.cross_zone.enabled=true",
      [`${prefix}-nlb-target-type`]: "ip",
      [`${prefix}-scheme`]: "internet-facing",
      // A target by address would see the balancer as its caller.
      [`${prefix}-target-group-attributes`]: "preserve_client_ip.enabled=true",
    };
  const pairs = Object.keys(tags)
    .sort()
    .map(key => `${key}=${tags[key]}`);
  return {
    [`${prefix}-type`]: "nlb",
    [`${prefix}-cross-zone-load-balancing-enabled`]: "true",
    ...(pairs.length === 0 ? {} : { [`${prefix}-additional-resource-tags`]: pairs.join(",") }),
  };
}

/** `Local` keeps the caller's address, which the app's logs and limits need. */
function serviceSpec({ platform, allowedCidrs, on }: AddonContext): Values {
  const everyone = allowedCidrs.includes("0.0.0.0/0");
  return {
    type: "LoadBalancer",
    ...(on.has("awsLoadBalancerController") ? { loadBalancerClass: "service.k8s.aws/nlb" } : {}),
    externalTrafficPolicy: platform === "cluster" ? "Cluster" : "Local",
    ...(everyone ? {} : { loadBalancerSourceRanges: [...allowedCidrs] }),
  };
}
