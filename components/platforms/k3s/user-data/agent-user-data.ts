import { stringify } from "yaml";
import type { Taint } from "../../pools/capacity";
import { agentConfig } from "./k3s-config";
import type { Node } from "./node";
import { nodeConfig } from "./node-config";
import { nodeFiles } from "./node-files";
import { k3sUnit } from "./units";

export interface Agent extends Node {
  /** Private addresses of the servers. */
  readonly servers: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** User data of the agents of a pool. */
export function agentUserData(agent: Agent): string {
  const variables = {
    ROLE: "agent",
    UNIT: "k3s-agent.service",
    SERVERS: agent.servers.join(" "),
    TOKEN_PARAMETER: agent.parameters.agentToken,
    VERSION_PARAMETER: agent.parameters.version,
  };
  return nodeConfig({
    ...nodeFiles(agent, variables),
    "/etc/rancher/k3s/config.yaml": stringify(agentConfig(agent.labels, agent.taints)),
    "/etc/systemd/system/k3s-agent.service": k3sUnit("agent"),
  });
}
