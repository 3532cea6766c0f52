import { make } from "../good/make";
import { adding, type Cases, change, without } from "../seed";

const pod = "spec.template.spec";
const main = `${pod}.containers.0`;
const job = "spec.jobTemplate.spec.template.spec";
const web = "compose.services.web";
const IMAGE = `ghcr.io/stranger/web:1@sha256:${"a".repeat(64)}`;

export const REPLICAS: Cases = {
  "disruption-budget": [
    without("disruptions"),
    change("disruptions", "spec.selector.matchLabels.app", "other"),
    change("disruptions", "metadata.namespace", "other"),
  ],
  "disruption-allowed": [
    change("disruptions", "spec.maxUnavailable", 0),
    change("disruptions", "spec.maxUnavailable", "0%"),
    ...[{ minAvailable: 2 }, { minAvailable: "100%" }, {}].map(policy =>
      change("disruptions", "spec", { ...policy, selector: { matchLabels: { app: "web" } } }),
    ),
  ],
  "replicas-spread": [
    change("deployment", `${pod}.topologySpreadConstraints`, undefined),
    change("stateful-set", `${pod}.topologySpreadConstraints`, []),
    change("stateful-set", `${pod}.topologySpreadConstraints`, null),
  ],
  "autoscaler-minimum": [
    change("autoscaler", "spec.minReplicas", 1),
    change("autoscaler", "spec.minReplicas", undefined),
    change("autoscaler", "spec.minReplicas", 0),
  ],
  "autoscaler-owns-replicas": [
    change("deployment", "spec.replicas", 3),
    change("deployment", "spec.replicas", 2),
    change("autoscaler", "spec.scaleTargetRef", { kind: "StatefulSet", name: "store" }),
  ],
  "own-service-account": [
    change("deployment", `${pod}.serviceAccountName`, undefined),
    change("deployment", `${pod}.serviceAccountName`, "default"),
    change("cron-job", `${job}.serviceAccountName`, ""),
  ],
  "high-user-id": [
    change("deployment", `${main}.securityContext.runAsUser`, 1000),
    change("deployment", `${main}.securityContext.runAsUser`, 0),
    change("cron-job", `${job}.containers.0.securityContext.runAsUser`, 70),
    change("app", `${web}.user`, "999:999"),
  ],
  "no-probe-host": [
    change("deployment", `${main}.readinessProbe.httpGet.host`, "169.254.169.254"),
    change("deployment", `${main}.startupProbe.tcpSocket.host`, "db"),
    change("deployment", `${main}.lifecycle`, { preStop: { httpGet: { host: "example.com", port: 80 } } }),
  ],
  "cpu-limited": [
    change("deployment", `${main}.resources.limits.cpu`, undefined),
    change("app", `${web}.cpus`, undefined),
    change("app", `${web}.cpus`, 0),
  ],
  "resources-requested": [
    change("deployment", `${main}.resources.requests.cpu`, undefined),
    change("deployment", `${main}.resources.requests.memory`, undefined),
    change("cron-job", `${job}.containers.0.resources.requests.memory`, null),
  ],
  "scratch-limited": [
    change("deployment", `${main}.resources.requests.ephemeral-storage`, undefined),
    change("deployment", `${main}.resources.limits.ephemeral-storage`, undefined),
    change("cron-job", `${job}.containers.0.resources.limits.ephemeral-storage`, null),
  ],
  "image-registry-allowed": [
    change("deployment", `${main}.image`, IMAGE),
    change("cron-job", `${job}.containers.0.image`, IMAGE.replace("ghcr.io", "registry.example.com.evil.io")),
    change("app", `${web}.image`, IMAGE.replace("ghcr.io", "quay.io")),
  ],
  "namespace-restricted": [
    change("namespace", "metadata.labels", { "pod-security.kubernetes.io/enforce": "baseline" }),
    ...["one", "two"].map(name =>
      adding(
        name,
        make("kubernetes:core/v1:Namespace", name, {
          metadata: { labels: { "pod-security.kubernetes.io/enforce": "baseline" } },
        }),
      ),
    ),
  ],
  "chart-pinned": [
    change("release", "version", undefined),
    change("release", "version", "^39.0.0"),
    change("release", "version", "latest"),
  ],
  "eks-network-policy-engine": [
    without("shop-network"),
    change("shop-network", "configurationValues", undefined),
    change("plain-network", "configurationValues", JSON.stringify({ enableNetworkPolicy: "false" })),
    change("plain-network", "addonName", "coredns"),
  ],
};
