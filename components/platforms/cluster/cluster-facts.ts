import type { ClusterSettings } from "../../settings/cluster";

/** What a plan must know of a cluster that exists, from the settings alone. */
export function existingClusterFacts({ cluster }: ClusterSettings) {
  const { storageClass, gatewayClass, architectures } = cluster;
  return {
    ...(storageClass === undefined ? {} : { storageClass }),
    gatewayClass,
    architectures: [...architectures].sort(),
    spot: false,
  } as const;
}
