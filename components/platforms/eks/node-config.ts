import { stringify } from "yaml";

/**
 * User data of EKS nodes on Amazon Linux 2023, as nodeadm reads it; EKS adds what joins the cluster. Address
 * prefixes let a small node hold more than the 17 pods of its own addresses, and a node that is told to go, as spot
 * nodes are, gives its pods the time to finish.
 */
export function nodeConfig(): string {
  const config = {
    apiVersion: "node.eks.aws/v1alpha1",
    kind: "NodeConfig",
    spec: {
      kubelet: {
        config: { maxPods: 110, shutdownGracePeriod: "90s", shutdownGracePeriodCriticalPods: "30s" },
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
