import { CONTROLLER, NAMESPACE } from "./upgrade-names";
import { CONTROLLER_IMAGE, KUBECTL_IMAGE } from "./upgrade-versions";

/** Where a pod's token for the API is looked for. */
const TOKEN_FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

const LABELS = { "app.kubernetes.io/name": CONTROLLER, "upgrade.cattle.io/controller": CONTROLLER };

/** How its Jobs behave; seconds. A node that cannot be drained in time is tried again twice, then left. */
const ENVIRONMENT = {
  SYSTEM_UPGRADE_CONTROLLER_LEADER_ELECT: "true",
  SYSTEM_UPGRADE_CONTROLLER_NAME: CONTROLLER,
  SYSTEM_UPGRADE_CONTROLLER_NAMESPACE: NAMESPACE,
  SYSTEM_UPGRADE_JOB_ACTIVE_DEADLINE_SECONDS: "1800",
  SYSTEM_UPGRADE_JOB_BACKOFF_LIMIT: "2",
  SYSTEM_UPGRADE_JOB_IMAGE_PULL_POLICY: "IfNotPresent",
  SYSTEM_UPGRADE_JOB_KUBECTL_IMAGE: KUBECTL_IMAGE,
};

/** The token is asked for by name, for an hour, and with it who signs for the API. */
const TOKEN = {
  name: "token",
  projected: {
    sources: [
      { serviceAccountToken: { path: "token", expirationSeconds: 3600 } },
      { configMap: { name: "kube-root-ca.crt", items: [{ key: "ca.crt", path: "ca.crt" }] } },
      {
        downwardAPI: {
          items: [{ path: "namespace", fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" } }],
        },
      },
    ],
  },
};

const CONTAINER = {
  name: CONTROLLER,
  image: CONTROLLER_IMAGE,
  env: Object.entries(ENVIRONMENT).map(([name, value]) => ({ name, value })),
  resources: {
    requests: { cpu: "10m", memory: "32Mi", "ephemeral-storage": "16Mi" },
    limits: { cpu: "250m", memory: "128Mi", "ephemeral-storage": "256Mi" },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  },
  volumeMounts: [
    { name: "token", mountPath: TOKEN_FOLDER, readOnly: true },
    { name: "tmp", mountPath: "/tmp" },
  ],
};

/** The controller, on a server: agents come and go. Its pod is not drained, as its label says. */
export const CONTROLLER_DEPLOYMENT = {
  metadata: { name: CONTROLLER, namespace: NAMESPACE, labels: LABELS },
  spec: {
    replicas: 1,
    strategy: { type: "Recreate" },
    selector: { matchLabels: { "upgrade.cattle.io/controller": CONTROLLER } },
    template: {
      metadata: { labels: LABELS },
      spec: {
        serviceAccountName: CONTROLLER,
        automountServiceAccountToken: false,
        nodeSelector: { "node-role.kubernetes.io/control-plane": "true" },
        tolerations: [
          { key: "node-role.kubernetes.io/control-plane", operator: "Exists", effect: "NoSchedule" },
        ],
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65_534,
          runAsGroup: 65_534,
          seccompProfile: { type: "RuntimeDefault" },
        },
        containers: [CONTAINER],
        volumes: [TOKEN, { name: "tmp", emptyDir: { sizeLimit: "64Mi" } }],
      },
    },
  },
};
