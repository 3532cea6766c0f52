import type * as aws from "@pulumi/aws";
import { sortedEntries } from "../../lib/records";

export interface NodeTemplate {
  /** Device name of the image's root disk. */
  readonly rootDevice: string;
  /** GiB. */
  readonly diskGb: number;
  readonly detailedMonitoring: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * What the launch templates of all nodes share: IMDSv2 alone and not through a container's extra hop, an encrypted
 * gp3 disk, and tags on what an instance brings with it.
 */
export function nodeTemplate({ rootDevice, diskGb, detailedMonitoring, tags }: NodeTemplate) {
  const tagged = Object.fromEntries(sortedEntries(tags));
  return {
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: rootDevice,
        ebs: { volumeType: "gp3", volumeSize: diskGb, encrypted: "true", deleteOnTermination: "true" },
      },
    ],
    monitoring: { enabled: detailedMonitoring },
    tagSpecifications: ["instance", "volume", "network-interface"].map(resourceType => ({
      resourceType,
      tags: tagged,
    })),
    updateDefaultVersion: true,
    tags: tagged,
  } satisfies aws.ec2.LaunchTemplateArgs;
}
