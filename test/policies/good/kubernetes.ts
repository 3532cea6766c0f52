import { make, type Props } from "./make";

const image = `registry.example.com/web:1.4@sha256:${"a".repeat(64)}`;
const securityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  runAsUser: 10_001,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};
const amounts = { cpu: "250m", memory: "256Mi", "ephemeral-storage": "128Mi" };
const labels = { app: "web" };
const pod = (extra: Props) => ({
  metadata: { labels },
  spec: {
    automountServiceAccountToken: false,
    serviceAccountName: "web",
    topologySpreadConstraints: [{ topologyKey: "kubernetes.io/hostname", maxSkew: 1 }],
    volumes: [{ name: "scratch", emptyDir: {} }],
    containers: [
      {
        name: "web",
        image,
        securityContext,
        resources: { requests: amounts, limits: amounts },
        env: [
          { name: "MODE", value: "live" },
          { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } },
          { name: "DB_PASSWORD_FILE", value: "/run/secrets/db" },
        ],
        ...extra,
      },
    ],
  },
});
const metadata = { namespace: "shop" };

export const KUBERNETES = [
  make("kubernetes:core/v1:Namespace", "namespace", {
    metadata: { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
  }),
  make("kubernetes:networking.k8s.io/v1:NetworkPolicy", "deny", {
    metadata,
    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
  }),
  make("kubernetes:apps/v1:Deployment", "deployment", {
    metadata: { ...metadata, name: "web" },
    spec: {
      template: pod({
        readinessProbe: { httpGet: { path: "/", port: 80 } },
        startupProbe: { tcpSocket: { port: 80 } },
      }),
    },
  }),
  make("kubernetes:apps/v1:StatefulSet", "stateful-set", {
    metadata: { ...metadata, name: "store" },
    spec: { replicas: 2, template: pod({ readinessProbe: { exec: { command: ["true"] } } }) },
  }),
  make("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "autoscaler", {
    metadata,
    spec: { minReplicas: 2, maxReplicas: 4, scaleTargetRef: { kind: "Deployment", name: "web" } },
  }),
  make("kubernetes:policy/v1:PodDisruptionBudget", "disruptions", {
    metadata,
    spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
  }),
  make("kubernetes:core/v1:PersistentVolumeClaim", "claim", {
    metadata: { ...metadata, name: "uploads" },
    spec: { accessModes: ["ReadWriteOnce"] },
  }),
  make("kubernetes:batch/v1:CronJob", "cron-job", {
    metadata,
    spec: { jobTemplate: { spec: { template: pod({}) } } },
  }),
  make("kubernetes:core/v1:Service", "service", { metadata, spec: { type: "ClusterIP" } }),
  make("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "cluster-role", {
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }],
  }),
  make("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "role-binding", {
    metadata,
    roleRef: { kind: "ClusterRole", name: "reader" },
    subjects: [{ kind: "ServiceAccount", name: "web", namespace: "shop" }],
  }),
  make("kubernetes:core/v1:ConfigMap", "config-map", { metadata: { ...metadata, name: "settings" } }),
  make("kubernetes:helm.sh/v3:Release", "release", {
    chart: "traefik",
    version: "39.0.1",
    repositoryOpts: { repo: "https://traefik.github.io/charts" },
  }),
];
