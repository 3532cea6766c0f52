import { externalAddressOf } from "../lib/edge";
import type { Issue } from "../lib/issues";
import type { Board } from "./edge";
import type { K3sSettings } from "./k3s";
import { labelIssue } from "./node-label";

/** The servers' value of the label `towpath.dev/pool`. */
const SERVERS = "servers";

/** What no single key of a board can tell. */
export function edgeIssues({ k3s }: K3sSettings): Issue[] {
  const { edge, pools } = k3s;
  const taken = new Set([SERVERS, ...pools.map(({ name }) => name)]);
  return edge.flatMap((board, index) => {
    const path = `towpath:k3s.edge[${index}]`;
    const before = edge.slice(0, index);
    return [
      ...nameIssues(path, board, before, taken),
      ...addressIssues(path, board, before),
      ...markIssues(path, board),
    ];
  });
}

function nameIssues(path: string, { name }: Board, before: readonly Board[], taken: Set<string>): Issue[] {
  const instead = "give the board a name of its own";
  const refuse = (wrong: string) => [{ path: `${path}.name`, wrong, instead }];
  if (before.some(other => other.name === name)) return refuse("two boards have the same name");
  if (name === SERVERS) return refuse("the name that the servers go by");
  return taken.has(name) ? refuse("the name of a pool, too") : [];
}

function addressIssues(path: string, board: Board, before: readonly Board[]): Issue[] {
  const own = externalAddressOf(board);
  if (own === "") {
    const wrong = "missing, while address is no public IPv4 address";
    const instead = "write the public IPv4 address under which UDP 51820 reaches the board";
    return [{ path: `${path}.externalAddress`, wrong, instead }];
  }
  const other = before.find(one => externalAddressOf(one) === own);
  if (other === undefined) return [];
  const wrong = `${own} is that of ${other.name}, too, and both would want its UDP 51820`;
  return [{ path: `${path}.externalAddress`, wrong, instead: "give each board a public address of its own" }];
}

function markIssues(path: string, { labels, taints }: Board): Issue[] {
  return [
    ...Object.entries(labels).flatMap(([key, value]) => labelIssue(`${path}.labels.${key}`, key, value)),
    ...taints.flatMap(({ key, value }, index) => labelIssue(`${path}.taints[${index}].key`, key, value)),
  ];
}
