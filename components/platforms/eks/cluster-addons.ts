import type { PolicyStatement } from "../../registry/policy-statement";
import type { DriverGrants } from "../storage-drivers/driver-grants";
import { ebsDriverStatements } from "../storage-drivers/ebs-statements";
import { efsDriverStatements } from "../storage-drivers/efs-statements";

/** An add-on of EKS itself: AWS keeps its version fit for the cluster's. */
export interface ClusterAddon {
  readonly addonName: string;
  /** Whether it comes before the nodes, which do not get ready without it, or runs on them. */
  readonly when: "before-nodes" | "on-nodes";
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Service account that gets a role by Pod Identity, and what it may do. */
  readonly identity?: {
    readonly serviceAccount: string;
    readonly statements: (grants: DriverGrants) => readonly PolicyStatement[];
  };
}

/** The driver of volumes that nodes share. */
const EFS_DRIVER: ClusterAddon = {
  addonName: "aws-efs-csi-driver",
  when: "on-nodes",
  identity: { serviceAccount: "efs-csi-controller-sa", statements: efsDriverStatements },
};

/** The add-ons of an EKS cluster, with what shares volumes when it is asked for; `tags` go on the volumes that pods ask for. */
export function clusterAddons(
  tags: Readonly<Record<string, string>>,
  sharedVolumes: "none" | "efs" = "none",
): readonly ClusterAddon[] {
  return [
    {
      addonName: "vpc-cni",
      when: "before-nodes",
      configuration: {
        enableNetworkPolicy: "true",
        env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" },
      },
    },
    { addonName: "kube-proxy", when: "before-nodes" },
    { addonName: "eks-pod-identity-agent", when: "before-nodes" },
    { addonName: "coredns", when: "on-nodes" },
    // Brings the definitions of snapshots too.
    { addonName: "snapshot-controller", when: "on-nodes" },
    {
      addonName: "aws-ebs-csi-driver",
      when: "on-nodes",
      configuration: { controller: { extraVolumeTags: { ...tags } } },
      identity: { serviceAccount: "ebs-csi-controller-sa", statements: ebsDriverStatements },
    },
    ...(sharedVolumes === "efs" ? [EFS_DRIVER] : []),
  ];
}
