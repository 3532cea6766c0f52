import type { Architecture } from "../../lib/architecture";
import type { EksSettings } from "../../settings/eks";
import { architecturesOf, hasSpot } from "../pools/capacity";
import { STORAGE_CLASS } from "../storage-parameters";
import { nodePools } from "./pools-by-manager";
import { SHARED_CLASS } from "./shared-class";

interface EksFacts {
  readonly storageClass: string;
  readonly sharedStorageClass?: string;
  readonly gatewayClass: string;
  readonly architectures: readonly Architecture[];
  readonly spot: boolean;
}

/** What a plan must know of an EKS cluster, from its settings alone. */
export function eksFacts({ eks }: EksSettings): EksFacts {
  const pools = nodePools(eks.pools);
  // Fargate's machines are amd64.
  const others = eks.pools.some(({ manager }) => manager === "fargate") ? ["m7i.large"] : [];
  return {
    storageClass: STORAGE_CLASS,
    ...(eks.sharedVolumes === "efs" ? { sharedStorageClass: SHARED_CLASS } : {}),
    gatewayClass: "traefik",
    architectures: architecturesOf([...pools.flatMap(({ instanceTypes }) => instanceTypes), ...others]),
    spot: hasSpot(pools),
  };
}
