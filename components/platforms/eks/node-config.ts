import { stringify } from "yaml";
import type { NodeGroupPool } from "../../settings/eks-pool";

/** Pods of a node, which its address prefixes have room for. */
export const MAX_PODS = 110;

/** User data of EKS nodes for their image; EKS adds what joins the cluster. */
export function nodeConfig(image: NodeGroupPool["image"]): string {
  switch (image) {
    case "al2023":
      return nodeadmConfig();
    case "bottlerocket":
      return bottlerocketConfig();
    default:
      return image satisfies never;
  }
}

/**
 * User data of EKS nodes on Amazon Linux 2023, as nodeadm reads it. Address
 * prefixes let a small node hold more than the 17 pods of its own addresses, and a node that is told to go, as spot
 * nodes are, gives its pods the time to finish.
 */
function nodeadmConfig(): string {
  const config = {
    apiVersion: "node.eks.aws/v1alpha1",
    kind: "NodeConfig",
    spec: {
      kubelet: {
        config: { maxPods: MAX_PODS, shutdownGracePeriod: "90s", shutdownGracePeriodCriticalPods: "30s" },
      },
    },
  };
  return [
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="towpath"',
    "",
    "--towpath",
    "Content-Type: application/node.eks.aws",
    "",
    stringify(config).trimEnd(),
    "--towpath--",
    "",
  ].join("\n");
}

/** The same for Bottlerocket, whose settings are TOML. */
function bottlerocketConfig(): string {
  return [
    "[settings.kubernetes]",
    `max-pods = ${MAX_PODS}`,
    'shutdown-grace-period = "90s"',
    'shutdown-grace-period-for-critical-pods = "30s"',
    "",
  ].join("\n");
}
