import { EDGE_LABEL, EDGE_TAINT } from "../../../lib/edge";
import { POOL_LABEL } from "../../../lib/pool-label";
import { BOARD_TOKEN_FILE } from "../node-paths";
import { agentConfig } from "../user-data/k3s-config";
import type { JoinPlan } from "./join-plan";

/** `config.yaml` of a board: that of an agent, and what it cannot ask an instance's metadata. */
export function boardConfig({ name, externalAddress, labels, taints, servers }: JoinPlan) {
  const own = { ...labels, [POOL_LABEL]: name, [EDGE_LABEL]: "true" };
  return {
    ...agentConfig(own, [...taints, EDGE_TAINT]),
    server: `https://${servers[0]?.publicAddress ?? ""}:6443`,
    "token-file": BOARD_TOKEN_FILE,
    "node-name": name,
    // It has no provider id of AWS, and so is in no group of Cluster Autoscaler's (from 1.33 on) and not reaped.
    // With `flannel-external-ip` on the servers this is where the other nodes' WireGuard looks for it.
    "node-external-ip": externalAddress,
  };
}
