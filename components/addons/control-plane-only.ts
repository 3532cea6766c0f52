import type { Values } from "./addon";
import type { AddonContext } from "./addon-context";

const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

/**
 * Keeps an add-on on the servers of K3s: their addresses stay, and their role is the one that controllers which call
 * AWS use, as there is no Pod Identity. On EKS a controller takes its own identity to any node.
 */
export function controlPlaneOnly({ platform }: AddonContext): Values {
  if (platform !== "k3s") return {};
  return {
    nodeSelector: { [CONTROL_PLANE]: "true" },
    tolerations: [{ key: CONTROL_PLANE, operator: "Exists", effect: "NoSchedule" }],
  };
}
