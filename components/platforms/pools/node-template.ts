import type * as aws from "@pulumi/aws";
import { sortedEntries } from "../../lib/records";

export interface NodeTemplate {
  /** The image's disks: device name and size, GiB. */
  readonly disks: readonly { readonly device: string; readonly gb: number }[];
  readonly detailedMonitoring: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * What the launch templates of all nodes share: IMDSv2 alone and not through a container's extra hop, encrypted
 * gp3 disks, and tags on what an instance brings with it.
 */
export function nodeTemplate({ disks, detailedMonitoring, tags }: NodeTemplate) {
  const tagged = Object.fromEntries(sortedEntries(tags));
  return {
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: disks.map(({ device, gb }) => ({
      deviceName: device,
      ebs: { volumeType: "gp3", volumeSize: gb, encrypted: "true", deleteOnTermination: "true" },
    })),
    monitoring: { enabled: detailedMonitoring },
    tagSpecifications: ["instance", "volume", "network-interface"].map(resourceType => ({
      resourceType,
      tags: tagged,
    })),
    updateDefaultVersion: true,
    tags: tagged,
  } satisfies aws.ec2.LaunchTemplateArgs;
}
