import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { clusterName } from "../../lib/cluster-names";
import { sortedEntries } from "../../lib/records";
import type { Identity } from "../../settings/identity";
import type { K3sSettings } from "../../settings/k3s";
import type { Pool } from "../../settings/pool";
import type { ClusterNetwork } from "../cluster-network";
import { poolArchitecture, poolLabels, poolTaints } from "../pools/capacity";
import { nodeTemplate } from "../pools/node-template";
import { ubuntuImageParameter } from "../vm/ubuntu-image";
import { groupTags } from "./group-tags";
import { instancesDistribution } from "./instances-distribution";
import { parameterNames } from "./parameter-names";
import { agentUserData } from "./user-data/agent-user-data";

export interface K3sPoolArgs {
  readonly pool: Pool;
  readonly settings: K3sSettings;
  readonly identity: Identity;
  readonly network: ClusterNetwork;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  readonly profileArn: pulumi.Input<string>;
  /** Private addresses of the servers. */
  readonly servers: readonly pulumi.Input<string>[];
}

/** Nodes are replaced when their template changes, unless they are upgraded where they stand. */
const REPLACEMENT = { strategy: "Rolling", preferences: { minHealthyPercentage: 90 } };

/** Agents of K3s in an Auto Scaling group. How many there are is the autoscaler's to say, between `min` and `max`. */
export class K3sPool extends pulumi.ComponentResource {
  constructor(
    name: string,
    private readonly args: K3sPoolArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:K3sPool", name, {}, opts);
    const { pool, network } = args;
    const inside = network.privateSubnetIds.length > 0;
    const template = this.template(name, inside);
    const spot = pool.capacity === "spot";
    new aws.autoscaling.Group(
      `${name}-group`,
      {
        minSize: pool.min,
        maxSize: pool.max,
        desiredCapacity: pool.min,
        vpcZoneIdentifiers: [...(inside ? network.privateSubnetIds : network.publicSubnetIds)],
        mixedInstancesPolicy: {
          launchTemplate: {
            launchTemplateSpecification: {
              launchTemplateId: template.id,
              version: template.latestVersion.apply(String),
            },
            overrides: pool.instanceTypes.map(instanceType => ({ instanceType })),
          },
          instancesDistribution: instancesDistribution(pool.capacity),
        },
        capacityRebalance: spot,
        // The autoscaler picks which node goes; a balance between zones would take nodes with pods on them.
        suspendedProcesses: ["AZRebalance"],
        ...(args.settings.k3s.upgrades.automatic ? {} : { instanceRefresh: REPLACEMENT }),
        healthCheckType: "EC2",
        tags: groupTags(this.tags(), pool, args.settings.k3s.pools, clusterName(args.identity)),
      },
      { parent: this, ignoreChanges: ["desiredCapacity"] },
    );
    this.registerOutputs({});
  }

  private tags(): Readonly<Record<string, string>> {
    const { identity, pool } = this.args;
    return { ...identity.tags, Name: `${identity.project}-${identity.stack}-${pool.name}` };
  }

  private template(name: string, inside: boolean): aws.ec2.LaunchTemplate {
    const { pool, settings, profileArn, securityGroupIds } = this.args;
    const image = aws.ssm.getParameterOutput(
      { name: ubuntuImageParameter(poolArchitecture(pool)) },
      { parent: this },
    );
    const network = {
      associatePublicIpAddress: inside ? "false" : "true",
      deleteOnTermination: "true",
      securityGroups: [...securityGroupIds],
    };
    const shared = nodeTemplate({
      disks: [{ device: "/dev/sda1", gb: pool.diskGb }],
      detailedMonitoring: settings.environment === "prod",
      tags: this.tags(),
    });
    return new aws.ec2.LaunchTemplate(
      `${name}-template`,
      {
        ...shared,
        imageId: image.insecureValue,
        instanceType: pool.instanceTypes[0] ?? "",
        iamInstanceProfile: { arn: profileArn },
        networkInterfaces: [network],
        userData: this.userData(),
      },
      { parent: this, ignoreChanges: ["imageId"] },
    );
  }

  private userData(): pulumi.Output<string> {
    const { pool, settings, identity, servers } = this.args;
    const { version, checksums, pools } = settings.k3s;
    return pulumi.all([...servers]).apply(addresses => {
      const text = agentUserData({
        region: settings.region,
        version,
        checksums,
        parameters: parameterNames(identity),
        servers: addresses,
        labels: Object.fromEntries(sortedEntries(poolLabels(pool))),
        taints: poolTaints(pool, pools),
      });
      return Buffer.from(text).toString("base64");
    });
  }
}
