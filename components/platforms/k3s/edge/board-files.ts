import { stringify } from "yaml";
import { BOARD_FILE, ENVIRONMENT_FILE, INSTALL } from "../node-paths";
import { installScript } from "../user-data/install-script";
import { KUBELET_FILES } from "../user-data/system-files";
import { k3sUnit } from "../user-data/units";
import { apiUnits } from "./api-units";
import { boardConfig } from "./board-config";
import type { JoinPlan } from "./join-plan";

export const BOARD_UNIT = "k3s-agent.service";

/**
 * Flannel makes its WireGuard anew at each start and keeps the key until a reboot. With another key the nodes on EC2,
 * whose addresses a board learns from their calls alone, call at once; with the old one they would go on for up to
 * three minutes with a session that the board has no more.
 */
const FORGET_KEY = "-/bin/rm -f /run/flannel/wgkey";

/** What stands on a board besides K3s itself and its token, by path. Nothing of AWS is among it. */
export function boardFiles(plan: JoinPlan): Readonly<Record<string, string>> {
  return {
    ...KUBELET_FILES,
    ...Object.assign({}, ...plan.servers.map(apiUnits)),
    [BOARD_FILE]: `${plan.name}\n`,
    [ENVIRONMENT_FILE]: `UNIT='${BOARD_UNIT}'\nREGISTRATION='${plan.registration}'\n`,
    [INSTALL]: installScript(["arm64", "armhf"]),
    "/etc/rancher/k3s/config.yaml": stringify(boardConfig(plan)),
    [`/etc/systemd/system/${BOARD_UNIT}`]: k3sUnit("agent", [FORGET_KEY]),
  };
}
