import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { keptTags } from "../../lib/kept-tags";
import type { EksSettings } from "../../settings/eks";
import type { Identity } from "../../settings/identity";
import type { ClusterNetwork } from "../cluster-network";
import { SHARED_CLASS } from "./shared-class";

const NFS = 2049;

export interface SharedFileSystemArgs {
  readonly settings: EksSettings;
  readonly identity: Identity;
  readonly network: ClusterNetwork;
  /** KMS key of what is stored. */
  readonly keyArn: pulumi.Input<string>;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  readonly provider: k8s.Provider;
  /** What brings the driver. */
  readonly after: readonly pulumi.Resource[];
}

/** An encrypted EFS file system with an address in each zone, and a class that cuts a folder of it for each claim. */
export class SharedFileSystem extends pulumi.ComponentResource {
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: SharedFileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:SharedFileSystem", name, {}, opts);
    const { settings, identity, keyArn } = args;
    const isProd = settings.environment === "prod";
    const fileSystem = new aws.efs.FileSystem(
      `${name}-files`,
      {
        encrypted: true,
        kmsKeyId: keyArn,
        throughputMode: "elastic",
        tags: {
          ...identity.tags,
          ...keptTags(isProd, "shared volumes"),
          Name: `${identity.project}-${identity.stack}-shared`,
        },
      },
      // In prod the files outlive the cluster, as its disks do.
      { parent: this, retainOnDelete: isProd },
    );
    new aws.efs.BackupPolicy(
      `${name}-backup`,
      { fileSystemId: fileSystem.id, backupPolicy: { status: isProd ? "ENABLED" : "DISABLED" } },
      { parent: this },
    );
    const targets = this.mountTargets(name, args, fileSystem);
    const storage = new k8s.storage.v1.StorageClass(
      `${name}-class`,
      {
        metadata: { name: SHARED_CLASS },
        provisioner: "efs.csi.aws.com",
        reclaimPolicy: isProd ? "Retain" : "Delete",
        // Each claim is an access point of its own: who mounts it acts as one user, and sees no other claim's files.
        parameters: { provisioningMode: "efs-ap", fileSystemId: fileSystem.id, directoryPerms: "700" },
      },
      { parent: this, provider: args.provider, dependsOn: [...targets, ...args.after] },
    );
    this.ready = [storage, ...targets];
    this.registerOutputs({});
  }

  /** One in the subnet of each zone that nodes stand in; nodes alone may talk to it. */
  private mountTargets(
    name: string,
    { identity, network, clusterSecurityGroupId }: SharedFileSystemArgs,
    fileSystem: aws.efs.FileSystem,
  ): aws.efs.MountTarget[] {
    const group = new aws.ec2.SecurityGroup(
      `${name}-door`,
      {
        vpcId: network.vpcId,
        description: "Shared files, for the cluster's nodes",
        tags: { ...identity.tags, Name: `${identity.project}-${identity.stack}-shared` },
      },
      { parent: this },
    );
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-nfs`,
      {
        securityGroupId: group.id,
        referencedSecurityGroupId: clusterSecurityGroupId,
        ipProtocol: "tcp",
        fromPort: NFS,
        toPort: NFS,
        description: "NFS over TLS from the cluster's nodes",
        tags: identity.tags,
      },
      { parent: this },
    );
    const { privateSubnetIds, publicSubnetIds } = network;
    const subnets = privateSubnetIds.length > 0 ? privateSubnetIds : publicSubnetIds;
    return subnets.map(
      (subnetId, zone) =>
        new aws.efs.MountTarget(
          `${name}-zone-${network.zones[zone]}`,
          { fileSystemId: fileSystem.id, subnetId, securityGroups: [group.id] },
          { parent: this },
        ),
    );
  }
}
