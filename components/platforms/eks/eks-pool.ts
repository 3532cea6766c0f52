import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { EksSettings } from "../../settings/eks";
import type { Identity } from "../../settings/identity";
import type { Pool } from "../../settings/pool";
import type { ClusterNetwork } from "../cluster-network";
import { poolArchitecture, poolLabels, poolTaints, type Taint } from "../pools/capacity";
import { nodeTemplate } from "../pools/node-template";
import { nodeConfig } from "./node-config";

export interface EksPoolArgs {
  readonly pool: Pool;
  readonly settings: EksSettings;
  readonly identity: Identity;
  readonly network: ClusterNetwork;
  readonly clusterName: pulumi.Input<string>;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  readonly nodeRoleArn: pulumi.Input<string>;
}

const AMI_TYPES = { amd64: "AL2023_x86_64_STANDARD", arm64: "AL2023_ARM_64_STANDARD" } as const;
const CAPACITY_TYPES = { "on-demand": "ON_DEMAND", spot: "SPOT" } as const;
const EFFECTS = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
} as const satisfies Readonly<Record<Taint["effect"], string>>;

/** A managed node group. How many nodes there are is the autoscaler's to say, between `min` and `max`. */
export class EksPool extends pulumi.ComponentResource {
  readonly group: aws.eks.NodeGroup;

  constructor(name: string, args: EksPoolArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:EksPool", name, {}, opts);
    const { pool, settings, identity, network } = args;
    const inside = network.privateSubnetIds.length > 0;
    const template = this.template(name, args, inside);
    this.group = new aws.eks.NodeGroup(
      `${name}-group`,
      {
        clusterName: args.clusterName,
        nodeRoleArn: args.nodeRoleArn,
        subnetIds: [...(inside ? network.privateSubnetIds : network.publicSubnetIds)],
        version: settings.eks.version,
        amiType: AMI_TYPES[poolArchitecture(pool)],
        capacityType: CAPACITY_TYPES[pool.capacity],
        instanceTypes: [...pool.instanceTypes],
        scalingConfig: { minSize: pool.min, maxSize: pool.max, desiredSize: pool.min },
        updateConfig: { maxUnavailable: 1 },
        launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
        labels: { ...poolLabels(pool) },
        taints: poolTaints(pool, settings.eks.pools).map(taint => ({
          key: taint.key,
          value: taint.value,
          effect: EFFECTS[taint.effect],
        })),
        tags: identity.tags,
      },
      { parent: this, ignoreChanges: ["scalingConfig.desiredSize"] },
    );
    this.registerOutputs({});
  }

  private template(name: string, args: EksPoolArgs, inside: boolean): aws.ec2.LaunchTemplate {
    const { pool, settings, identity } = args;
    const tags = { ...identity.tags, Name: `${identity.project}-${identity.stack}-${pool.name}` };
    const outward = {
      associatePublicIpAddress: "true",
      deleteOnTermination: "true",
      securityGroups: [args.clusterSecurityGroupId],
    };
    return new aws.ec2.LaunchTemplate(
      `${name}-template`,
      {
        ...nodeTemplate({
          rootDevice: "/dev/xvda",
          diskGb: pool.diskGb,
          detailedMonitoring: settings.environment === "prod",
          tags,
        }),
        userData: Buffer.from(nodeConfig()).toString("base64"),
        // Without NAT a node needs an address of its own to pull images; nothing is let in by it.
        ...(inside ? {} : { networkInterfaces: [outward] }),
      },
      { parent: this },
    );
  }
}
