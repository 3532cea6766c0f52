import type { BoardFacts } from "../../lib/edge";
import type { K3sSettings } from "../../settings/k3s";
import { architecturesOf, hasSpot } from "../pools/capacity";
import { STORAGE_CLASS } from "../storage-parameters";

/** What a plan must know of a K3s cluster, from its settings alone. Servers run the app's pods too. */
export function k3sFacts({ k3s, registry }: K3sSettings) {
  const types = [k3s.serverType, ...k3s.pools.flatMap(({ instanceTypes }) => instanceTypes)];
  const boards: readonly BoardFacts[] = k3s.edge.map(({ name, architecture }) => ({ name, architecture }));
  return {
    storageClass: STORAGE_CLASS,
    gatewayClass: "traefik",
    architectures: architecturesOf(types),
    spot: hasSpot(k3s.pools),
    ...(boards.length === 0 ? {} : { edge: boards, buildsToEcr: registry.kind === "ecr" }),
  } as const;
}
