import { compact, sortedEntries } from "../../../lib/records";
import type { KarpenterPool } from "../../../settings/eks-pool";
import { MAX_PODS } from "../node-config";
import { nodeImage } from "../node-image";

/** What the machines of a pool stand in, known before they are made. */
export interface NodeClassPlace<T> {
  readonly subnetIds: readonly T[];
  readonly securityGroupId: T;
  readonly instanceProfile: T;
  /** Whether nodes need an address of their own to reach the internet. */
  readonly publicAddress: boolean;
  readonly detailedMonitoring: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * `spec` of the EC2NodeClass of a pool: as a node group's launch template has it, with IMDSv2 alone, out of
 * containers' reach, and encrypted gp3 disks. A newer image of the family replaces nodes within a month.
 */
export function nodeClassSpec<T>(pool: KarpenterPool, place: NodeClassPlace<T>) {
  const { dataDevice, systemDisk } = nodeImage(pool);
  const disks = [...(systemDisk === undefined ? [] : [systemDisk]), { device: dataDevice, gb: pool.diskGb }];
  return compact({
    amiSelectorTerms: [{ alias: `${pool.image}@latest` }],
    instanceProfile: place.instanceProfile,
    subnetSelectorTerms: place.subnetIds.map(id => ({ id })),
    securityGroupSelectorTerms: [{ id: place.securityGroupId }],
    associatePublicIPAddress: place.publicAddress ? true : undefined,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: disks.map(({ device, gb }) => ({
      deviceName: device,
      ebs: { volumeType: "gp3", volumeSize: `${gb}Gi`, encrypted: true, deleteOnTermination: true },
    })),
    kubelet: { maxPods: MAX_PODS },
    detailedMonitoring: place.detailedMonitoring,
    tags: Object.fromEntries(sortedEntries(place.tags)),
  });
}
