import type { EksSettings } from "../../settings/eks";
import { architecturesOf, hasSpot } from "../pools/capacity";
import { STORAGE_CLASS } from "../storage-parameters";

/** What a plan must know of an EKS cluster, from its settings alone. */
export function eksFacts({ eks }: EksSettings) {
  return {
    storageClass: STORAGE_CLASS,
    gatewayClass: "traefik",
    architectures: architecturesOf(eks.pools.flatMap(({ instanceTypes }) => instanceTypes)),
    spot: hasSpot(eks.pools),
  } as const;
}
