import { parse } from "yaml";
import { parameterNames } from "../../../components/platforms/k3s/parameter-names";
import { type Agent, agentUserData } from "../../../components/platforms/k3s/user-data/agent-user-data";
import { type Server, serverUserData } from "../../../components/platforms/k3s/user-data/server-user-data";
import { IDENTITY } from "../kubernetes-settings";

const NODE = {
  region: "us-east-1",
  version: "v1.36.4+k3s1",
  checksums: {},
  parameters: parameterNames(IDENTITY),
} as const;

/** User data of a first server, changed as wanted. */
export function server(changes: Partial<Server> = {}): string {
  const snapshots = { bucket: "shop-test-etcd-1", kept: 14 };
  return serverUserData({
    ...NODE,
    publicAddress: "203.0.113.10",
    servers: [],
    snapshots,
    edge: false,
    ...changes,
  });
}

/** User data of an agent, changed as wanted. */
export function agent(changes: Partial<Agent> = {}): string {
  const labels = { "towpath.dev/capacity": "spot", "towpath.dev/pool": "spot" };
  return agentUserData({ ...NODE, servers: ["10.20.0.10"], labels, taints: [], ...changes });
}

/** The files that a cloud-config writes, by path. */
export function filesOf(userData: string): Readonly<Record<string, string>> {
  const { write_files: files }: { write_files: { path: string; content: string }[] } = parse(userData);
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

/** One of the files that a cloud-config writes; throws when it does not write it. */
export function fileOf(userData: string, path: string): string {
  const content = filesOf(userData)[path];
  if (content === undefined) throw new Error(`not written: ${path}`);
  return content;
}
