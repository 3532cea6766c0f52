import type { JoinPlan } from "../../../../components/platforms/k3s/edge/join-plan";
import { SERVER } from "./board";

/** What a board is told, changed as wanted. */
export function joinPlan(changes: Partial<JoinPlan> = {}): JoinPlan {
  return {
    name: "pi",
    architecture: "arm64",
    externalAddress: "198.51.100.4",
    labels: { "example.com/place": "cellar" },
    taints: [{ key: "slow", value: "", effect: "NoExecute" }],
    servers: [SERVER],
    version: "v1.36.4+k3s1",
    checksums: {},
    registration: "1a2b3c4d",
    keepsVersion: false,
    ...changes,
  };
}
