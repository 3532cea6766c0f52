import type { BoardArchitecture } from "../../../lib/edge";
import type { Taint } from "../../pools/capacity";
import type { Checksums } from "../user-data/node";

/** A server as boards see it. */
export interface ServerAddresses {
  /** What K3s tells its agents; no board reaches it. */
  readonly privateAddress: string;
  readonly publicAddress: string;
}

/** What a board is told. No secret is among it. */
export interface JoinPlan {
  readonly name: string;
  readonly architecture: BoardArchitecture;
  /** Public IPv4 address under which the cluster's nodes reach its UDP 51820. */
  readonly externalAddress: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** The first is the one that it registers with. */
  readonly servers: readonly ServerAddresses[];
  /** K3s release, e.g. `v1.36.4+k3s1`. */
  readonly version: string;
  readonly checksums: Checksums;
  /** What it was made a node with; another has it register anew. */
  readonly registration: string;
  /** Whether a K3s that is there stays what it is, since the cluster upgrades it. */
  readonly keepsVersion: boolean;
}
