import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { EksSettings } from "../../settings/eks";
import type { NodeGroupPool } from "../../settings/eks-pool";
import type { Identity } from "../../settings/identity";
import type { ClusterNetwork } from "../cluster-network";
import type { Taint } from "../pools/capacity";
import { nodeTemplate } from "../pools/node-template";
import { nodeConfig } from "./node-config";
import { nodeImage } from "./node-image";
import { eksLabels, eksTaints } from "./node-marks";
import { nodePools } from "./pools-by-manager";
import { scaleFromZeroTags } from "./scale-from-zero-tags";

export interface EksPoolArgs {
  readonly pool: NodeGroupPool;
  readonly settings: EksSettings;
  readonly identity: Identity;
  readonly network: ClusterNetwork;
  readonly clusterName: pulumi.Input<string>;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  readonly nodeRoleArn: pulumi.Input<string>;
}

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
        amiType: nodeImage(pool).amiType,
        capacityType: CAPACITY_TYPES[pool.capacity],
        instanceTypes: [...pool.instanceTypes],
        scalingConfig: { minSize: pool.min, maxSize: pool.max, desiredSize: pool.min },
        updateConfig: pool.update,
        launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
        labels: { ...eksLabels(pool) },
        taints: eksTaints(pool, nodePools(settings.eks.pools)).map(taint => ({
          key: taint.key,
          value: taint.value,
          effect: EFFECTS[taint.effect],
        })),
        tags: identity.tags,
      },
      { parent: this, ignoreChanges: ["scalingConfig.desiredSize"] },
    );
    this.scaleFromZero(name, args);
    this.registerOutputs({});
  }

  /** Tags on the group's Auto Scaling group, which EKS makes and does not pass the node group's own tags on to. */
  private scaleFromZero(name: string, { pool, settings }: EksPoolArgs): void {
    const autoscalingGroupName = this.group.resources.apply(
      ([made]) => made?.autoscalingGroups?.[0]?.name ?? "",
    );
    for (const [key, value] of scaleFromZeroTags(pool, nodePools(settings.eks.pools))) {
      const word = key.split("/node-template/")[1]?.replace(/[^A-Za-z0-9.-]+/g, "-");
      new aws.autoscaling.Tag(
        `${name}-${word}`,
        { autoscalingGroupName, tag: { key, value, propagateAtLaunch: false } },
        { parent: this },
      );
    }
  }

  private template(name: string, args: EksPoolArgs, inside: boolean): aws.ec2.LaunchTemplate {
    const { pool, settings, identity } = args;
    const { dataDevice, systemDisk } = nodeImage(pool);
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
          disks: [...(systemDisk === undefined ? [] : [systemDisk]), { device: dataDevice, gb: pool.diskGb }],
          detailedMonitoring: settings.environment === "prod",
          tags,
        }),
        userData: Buffer.from(nodeConfig(pool.image)).toString("base64"),
        // Without NAT a node needs an address of its own to pull images; nothing is let in by it.
        ...(inside ? {} : { networkInterfaces: [outward] }),
      },
      { parent: this },
    );
  }
}
