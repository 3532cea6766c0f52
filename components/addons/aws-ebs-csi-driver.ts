import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import { controlPlaneOnly } from "./control-plane-only";
import { offBoards } from "./off-boards";
import { resources } from "./resources";

const CHART: Chart = {
  name: "aws-ebs-csi-driver",
  repository: "https://kubernetes-sigs.github.io/aws-ebs-csi-driver",
  version: "2.64.0",
};
const SIDECAR = { resources: resources({ cpu: [5, 200], memory: [20, 128] }) };

/**
 * Volumes that outlive the node they are attached to: an EBS volume each. For K3s on EC2 only; on EKS the driver
 * is an add-on of the cluster, and an existing cluster has its own.
 */
export const awsEbsCsiDriver: Addon = {
  key: "ebsCsi",
  release: "aws-ebs-csi-driver",
  chart: CHART,
  namespace: "kube-system",
  timeoutSeconds: 600,
  needs: [],
  after: [],
  makes: ["volumes"],
  values,
};

function values(context: AddonContext): Values {
  return {
    controller: {
      replicaCount: 1,
      podDisruptionBudget: { enabled: false },
      region: context.region ?? "",
      k8sTagClusterId: context.clusterName,
      extraVolumeTags: { ...context.tags },
      ...controlPlaneOnly(context),
      resources: resources({ cpu: [10, 500], memory: [40, 256] }),
    },
    sidecars: {
      provisioner: SIDECAR,
      attacher: SIDECAR,
      snapshotter: SIDECAR,
      resizer: SIDECAR,
      livenessProbe: SIDECAR,
      nodeDriverRegistrar: SIDECAR,
    },
    node: {
      // The driver asks the instance metadata service which instance it is on, and pods of agents cannot reach it.
      hostNetwork: true,
      enableWindows: false,
      // A board has no instance, and no disk of AWS.
      ...offBoards(context),
      resources: resources({ cpu: [10, 500], memory: [40, 256] }),
    },
    helmTester: { enabled: false },
  };
}
