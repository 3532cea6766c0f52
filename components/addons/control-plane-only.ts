import type { Values } from "./addon";
import type { AddonContext } from "./addon-context";

const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

/**
 * Keeps a controller that calls AWS on the servers of K3s: there is no Pod Identity, so it uses the role of the
 * instance it stands on, and only the servers' role may do what it does. On EKS its own identity goes with it.
 */
export function controlPlaneOnly({ platform }: AddonContext): Values {
  if (platform !== "k3s") return {};
  return {
    nodeSelector: { [CONTROL_PLANE]: "true" },
    tolerations: [{ key: CONTROL_PLANE, operator: "Exists", effect: "NoSchedule" }],
  };
}
