import type { Capabilities } from "../settings/capabilities";
import { interpret } from "./interpret";
import { askCluster, type ClusterAddress } from "./kubectl";

/** What a cluster can do, as its API server says. Throws InvalidInput when it cannot be asked. */
export async function readCapabilities(address: ClusterAddress): Promise<Capabilities> {
  return interpret(await askCluster(address));
}
