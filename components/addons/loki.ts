import type { Addon, Chart, Values } from "./addon";
import { type AddonContext, optionsOf, PLACES } from "./addon-context";
import type { AwsAccess } from "./aws-access";
import { bucketStatements } from "./grants/bucket-statements";
import { MONITORING_NAMESPACE } from "./kube-prometheus-stack";
import { LOG_COLLECTOR_NAMESPACE, LOGS } from "./logs";
import { resources } from "./resources";

const CHART: Chart = {
  name: "loki",
  repository: "https://grafana-community.github.io/helm-charts",
  version: "18.11.0",
};
const ACCOUNT = "loki";

/** Keeps the logs of all pods, in one pod: on EKS in a bucket of its own, elsewhere on its volume. */
export const loki: Addon = {
  key: "loki",
  release: LOGS.service,
  chart: CHART,
  namespace: {
    name: LOGS.namespace,
    podSecurity: "restricted",
    openPorts: [],
    callers: [LOG_COLLECTOR_NAMESPACE, MONITORING_NAMESPACE],
  },
  timeoutSeconds: 600,
  needs: ["alloy"],
  after: ["ebsCsi", "monitoring"],
  access,
  values,
};

/** One pod may write to a volume, but a bucket costs less and is never full. */
function access({ platform }: AddonContext): AwsAccess | undefined {
  if (platform !== "eks") return undefined;
  return {
    serviceAccount: ACCOUNT,
    bucket: "logs",
    statements: ({ bucketArn }) => bucketStatements(bucketArn),
  };
}

function values(context: AddonContext): Values {
  const { retentionDays = 7 } = optionsOf(context.addons, "loki") ?? {};
  const store = context.platform === "eks" ? "s3" : "filesystem";
  return {
    deploymentMode: "Monolithic",
    loki: {
      auth_enabled: false,
      commonConfig: { replication_factor: 1 },
      schemaConfig: { configs: [schema(store)] },
      storage: storage(context),
      limits_config: { retention_period: `${retentionDays * 24}h` },
      compactor: { retention_enabled: true, delete_request_store: store },
      analytics: { reporting_enabled: false },
    },
    serviceAccount: { create: true, name: ACCOUNT },
    singleBinary: singleBinary(context),
    monitoring: { serviceMonitor: { enabled: context.on.has("monitoring") } },
    ...LEFT_OUT,
  };
}

/** The day is the schema's own, long past, so that all logs fall under it. */
function schema(store: "s3" | "filesystem") {
  return {
    from: "2024-04-01",
    store: "tsdb",
    object_store: store,
    schema: "v13",
    index: { prefix: "loki_index_", period: "24h" },
  };
}

function storage({ platform, region = "" }: AddonContext): Values {
  if (platform !== "eks") return { type: "filesystem" };
  const { bucket } = PLACES;
  return { type: "s3", bucketNames: { chunks: bucket, ruler: bucket, admin: bucket }, s3: { region } };
}

function singleBinary({ storageClass, addons }: AddonContext): Values {
  const { sizeGb = 10 } = optionsOf(addons, "loki") ?? {};
  return {
    replicas: 1,
    podDisruptionBudget: { enabled: false },
    persistence: {
      enabled: true,
      size: `${sizeGb}Gi`,
      ...(storageClass === undefined ? {} : { storageClass }),
    },
    resources: resources({ cpu: [50, 1000], memory: [192, 768] }),
  };
}

/** Parts for clusters with far more logs than one pod can take. */
const LEFT_OUT = {
  write: { replicas: 0 },
  read: { replicas: 0 },
  backend: { replicas: 0 },
  gateway: { enabled: false },
  chunksCache: { enabled: false },
  resultsCache: { enabled: false },
  lokiCanary: { enabled: false },
  test: { enabled: false },
  sidecar: { rules: { enabled: false } },
};
