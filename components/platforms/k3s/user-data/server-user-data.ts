import { stringify } from "yaml";
import { POOL_LABEL } from "../../../lib/pool-label";
import { CAPACITY_LABEL } from "../../pools/capacity";
import { PUBLISH, REAP } from "../node-paths";
import { serverConfig } from "./k3s-config";
import type { Node, Snapshots } from "./node";
import { nodeConfig } from "./node-config";
import { nodeFiles } from "./node-files";
import { PUBLISH_SCRIPT } from "./publish-script";
import { REAP_PROGRAM } from "./reap-program";
import { k3sUnit, REAP_UNITS } from "./units";

export interface Server extends Node {
  /** Address that stays the server's, in its certificate. */
  readonly publicAddress: string;
  /** Address in the kubeconfig; absent: the server's private one. */
  readonly apiAddress?: string;
  /** Private addresses of the servers to join; empty for the first. */
  readonly servers: readonly string[];
  readonly snapshots: Snapshots;
  /** Whether boards join the cluster. */
  readonly edge: boolean;
}

/** User data of a server. */
export function serverUserData(server: Server): string {
  const first = server.servers.length === 0;
  const { token, agentToken, kubeconfig, version } = server.parameters;
  const config = serverConfig({
    first,
    names: [server.publicAddress],
    snapshots: server.snapshots,
    region: server.region,
    edge: server.edge,
    labels: { [CAPACITY_LABEL]: "on-demand", [POOL_LABEL]: "servers" },
  });
  return nodeConfig({
    ...nodeFiles(server, {
      ROLE: first ? "first" : "server",
      UNIT: "k3s.service",
      SERVERS: server.servers.join(" "),
      API_ADDRESS: server.apiAddress ?? "",
      TOKEN_PARAMETER: token,
      AGENT_TOKEN_PARAMETER: agentToken,
      KUBECONFIG_PARAMETER: kubeconfig,
      VERSION_PARAMETER: version,
    }),
    ...REAP_UNITS,
    "/etc/rancher/k3s/config.yaml": stringify(config),
    "/etc/systemd/system/k3s.service": k3sUnit("server"),
    [PUBLISH]: PUBLISH_SCRIPT,
    [REAP]: REAP_PROGRAM,
  });
}
