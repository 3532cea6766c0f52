import type { Addon, Chart, Values } from "./addon";
import { type AddonContext, optionsOf, PLACES } from "./addon-context";
import type { AwsAccess } from "./aws-access";
import { controlPlaneOnly } from "./control-plane-only";
import { bucketStatements } from "./grants/bucket-statements";
import { snapshotStatements } from "./grants/snapshot-statements";
import { resources } from "./resources";

const CHART: Chart = {
  name: "velero",
  repository: "https://vmware-tanzu.github.io/helm-charts",
  version: "12.0.3",
};
/** The plugin's minor version follows Velero's: 1.14 goes with 1.18. */
const AWS_PLUGIN = "docker.io/velero/velero-plugin-for-aws:v1.14.2";
const ACCOUNT = "velero";
/** Both of its locations have this name. */
const LOCATION = "default";

/** Backs up the cluster's objects into a bucket, and the disks of volumes as snapshots, every day. */
export const velero: Addon = {
  key: "velero",
  release: "velero",
  chart: CHART,
  namespace: { name: "velero", podSecurity: "restricted", openPorts: [] },
  timeoutSeconds: 600,
  needs: [],
  after: ["ebsCsi", "monitoring"],
  access,
  values,
};

function access({ addons, region = "", tags }: AddonContext): AwsAccess {
  const { snapshots = true } = optionsOf(addons, "velero") ?? {};
  return {
    serviceAccount: ACCOUNT,
    bucket: "backups",
    statements: ({ accountId, bucketArn }) => [
      ...bucketStatements(bucketArn),
      ...(snapshots ? snapshotStatements({ region, accountId, tags }) : []),
    ],
  };
}

function values(context: AddonContext): Values {
  const { snapshots = true } = optionsOf(context.addons, "velero") ?? {};
  const { region = "", on } = context;
  const location = { name: LOCATION, provider: "aws", config: { region } };
  return {
    initContainers: [plugin()],
    configuration: {
      backupStorageLocation: [{ ...location, bucket: PLACES.bucket, default: true }],
      volumeSnapshotLocation: snapshots ? [location] : [],
      logFormat: "json",
    },
    snapshotsEnabled: snapshots,
    deployNodeAgent: false,
    // Its role gives it what it may do; there is no key to keep.
    credentials: { useSecret: false },
    serviceAccount: { server: { create: true, name: ACCOUNT } },
    schedules: { daily: daily(context) },
    ...controlPlaneOnly(context),
    podSecurityContext: { runAsNonRoot: true, runAsUser: 65_532, fsGroup: 65_532, ...SECCOMP },
    containerSecurityContext: LOCKED_UP,
    // A backup is packed there before it goes to the bucket.
    extraVolumes: [{ name: "tmp", emptyDir: { sizeLimit: "512Mi" } }],
    extraVolumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
    kubectl: {
      containerSecurityContext: LOCKED_UP,
      resources: resources({ cpu: [10, 250], memory: [32, 128] }),
    },
    upgradeJobResources: resources({ cpu: [10, 250], memory: [64, 256] }),
    metrics: { serviceMonitor: { autodetect: false, enabled: on.has("monitoring") } },
    resources: resources({ cpu: [25, 500], memory: [128, 512], disk: [64, 1024] }),
  };
}

const SECCOMP = { seccompProfile: { type: "RuntimeDefault" } };
const LOCKED_UP = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};

function plugin(): Values {
  return {
    name: "velero-plugin-for-aws",
    image: AWS_PLUGIN,
    imagePullPolicy: "IfNotPresent",
    volumeMounts: [{ mountPath: "/target", name: "plugins" }],
    securityContext: LOCKED_UP,
    resources: resources({ cpu: [10, 250], memory: [32, 128] }),
  };
}

/** Everything but what comes and goes by itself. A cluster that is set up again makes its own `kube-system`. */
function daily({ addons }: AddonContext): Values {
  const { schedule = "0 2 * * *", keepDays = 14, snapshots = true } = optionsOf(addons, "velero") ?? {};
  return {
    disabled: false,
    schedule,
    useOwnerReferencesInBackup: false,
    template: {
      ttl: `${keepDays * 24}h0m0s`,
      storageLocation: LOCATION,
      excludedNamespaces: ["kube-node-lease", "kube-public", "kube-system"],
      excludedResources: ["events", "events.events.k8s.io"],
      ...(snapshots
        ? { snapshotVolumes: true, volumeSnapshotLocations: [LOCATION] }
        : { snapshotVolumes: false }),
    },
  };
}
