import type { ParameterNames } from "../parameter-names";

/** What stands for a checksum where none is pinned. */
export const UNPINNED = "none";

/** What every node is told at first boot. No secret is among it. */
export interface Node {
  readonly region: string;
  /** K3s release, e.g. `v1.36.4+k3s1`. */
  readonly version: string;
  /** SHA-256 of the release's binaries, where they are pinned. */
  readonly checksums: Checksums;
  readonly parameters: ParameterNames;
}

/** Where snapshots of etcd go and how many are kept. */
export interface Snapshots {
  readonly bucket: string;
  readonly kept: number;
}

export interface Checksums {
  readonly arm64?: string | undefined;
  readonly amd64?: string | undefined;
  /** Of boards with a 32-bit system; no EC2 instance has one. */
  readonly arm?: string | undefined;
}
