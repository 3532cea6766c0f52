import { isPublicIpv4 } from "./public-ipv4";

/** Label of the nodes that are boards outside AWS; no other node has it. */
export const EDGE_LABEL = "towpath.dev/edge";
/** What keeps every pod off boards that did not ask for one. */
export const EDGE_TAINT = { key: EDGE_LABEL, value: "true", effect: "NoSchedule" } as const;

/** A board's processor by its name in `kubernetes.io/arch`; K3s calls `arm` armhf. */
export type BoardArchitecture = "arm64" | "arm";

/** What a plan must know of a board. */
export interface BoardFacts {
  /** Its node's name, and the value of its node's label `towpath.dev/pool`. */
  readonly name: string;
  readonly architecture: BoardArchitecture;
}

/** Where the cluster's nodes reach a board; empty when its settings do not say, which the settings' checks refuse. */
export function externalAddressOf(board: {
  readonly address: string;
  readonly externalAddress?: string | undefined;
}): string {
  return board.externalAddress ?? (isPublicIpv4(board.address) ? board.address : "");
}
