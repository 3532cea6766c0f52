import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Architecture } from "../../lib/architecture";
import type { Identity } from "../../settings/identity";
import { mountedVolume } from "./data-volume";
import { deviceNames } from "./device-names";
import { EGRESS_RULES, ingressRules, type OpenPort } from "./host-rules";
import { ubuntuImageParameter } from "./ubuntu-image";
import { userData } from "./user-data/user-data";

export interface HostMachineArgs {
  readonly identity: Identity;
  readonly network: HostNetwork;
  readonly instanceType: string;
  readonly architecture: Architecture;
  readonly rootDiskGb: number;
  /** One-minute metrics. */
  readonly detailedMonitoring: boolean;
  readonly profileName: pulumi.Input<string>;
  /** Ids of the data disks by the volume's key. */
  readonly disks: Readonly<Record<string, pulumi.Output<string>>>;
  readonly openPorts: readonly OpenPort[];
  /** Who may reach the app, CIDR blocks. */
  readonly allowedCidrs: readonly string[];
  readonly keyArn?: pulumi.Input<string>;
}

/** Where a host stands. */
export interface HostNetwork {
  readonly vpcId: pulumi.Input<string>;
  readonly subnetId: pulumi.Input<string>;
  readonly zone: string;
  /** What must stand before the host reaches the internet. */
  readonly ready: readonly pulumi.Resource[];
}

/** The instance itself: firewall, root disk, data disks attached, and an address that outlives it. */
export class HostMachine extends pulumi.ComponentResource {
  readonly instanceId: pulumi.Output<string>;
  readonly address: pulumi.Output<string>;
  /** What must stand before a release can run. */
  readonly ready: readonly pulumi.Resource[];

  constructor(
    name: string,
    private readonly args: HostMachineArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:HostMachine", name, {}, opts);
    const instance = this.instance(name);
    const { address, association } = this.elasticIp(name, instance);
    this.instanceId = instance.id;
    this.address = address.publicIp;
    this.ready = [...this.attachments(name, instance), association];
    this.registerOutputs({ instanceId: this.instanceId, address: this.address });
  }

  private firewall(name: string): aws.ec2.SecurityGroup {
    const { network, openPorts, allowedCidrs } = this.args;
    return new aws.ec2.SecurityGroup(
      `${name}-firewall`,
      {
        description: "What reaches the Docker host",
        vpcId: network.vpcId,
        ingress: ingressRules(openPorts, allowedCidrs),
        egress: EGRESS_RULES,
        tags: this.named(name),
      },
      { parent: this },
    );
  }

  private instance(name: string): aws.ec2.Instance {
    const { network, instanceType, rootDiskGb, detailedMonitoring, profileName, keyArn } = this.args;
    const image = aws.ssm.getParameterOutput(
      { name: ubuntuImageParameter(this.args.architecture) },
      { parent: this },
    );
    const volumes = pulumi
      .output(this.args.disks)
      .apply(ids => Object.entries(ids).map(([key, id]) => mountedVolume(key, id)));
    const disk = { volumeType: "gp3", volumeSize: rootDiskGb, encrypted: true, deleteOnTermination: true };
    return new aws.ec2.Instance(
      `${name}-instance`,
      {
        ami: image.insecureValue,
        instanceType,
        subnetId: network.subnetId,
        associatePublicIpAddress: true,
        vpcSecurityGroupIds: [this.firewall(name).id],
        iamInstanceProfile: profileName,
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        rootBlockDevice: {
          ...disk,
          tags: this.named(name),
          ...(keyArn === undefined ? {} : { kmsKeyId: keyArn }),
        },
        ebsOptimized: true,
        monitoring: detailedMonitoring,
        // Unlimited, the default of burstable types, may cost more than the instance.
        ...(/^t\d/.test(instanceType) ? { creditSpecification: { cpuCredits: "standard" } } : {}),
        userData: volumes.apply(userData),
        tags: this.named(name),
      },
      { parent: this, dependsOn: [...network.ready], ignoreChanges: ["ami", "userData"] },
    );
  }

  private attachments(name: string, instance: aws.ec2.Instance): pulumi.Resource[] {
    const names = deviceNames(Object.keys(this.args.disks));
    return Object.entries(this.args.disks).map(
      ([key, volumeId]) =>
        new aws.ec2.VolumeAttachment(
          `${name}-${key}`,
          {
            volumeId,
            instanceId: instance.id,
            deviceName: names[key] ?? "",
            stopInstanceBeforeDetaching: true,
          },
          { parent: this, deleteBeforeReplace: true, ignoreChanges: ["deviceName"] },
        ),
    );
  }

  /** An address that outlives the instance. While it is in place the instance's own public address costs nothing. */
  private elasticIp(name: string, instance: aws.ec2.Instance) {
    const address = new aws.ec2.Eip(
      `${name}-address`,
      { domain: "vpc", tags: this.named(name) },
      { parent: this },
    );
    const association = new aws.ec2.EipAssociation(
      `${name}-address`,
      { allocationId: address.id, instanceId: instance.id },
      { parent: this },
    );
    return { address, association };
  }

  private named(name: string): Record<string, string> {
    const { project, stack, tags } = this.args.identity;
    return { ...tags, Name: `${project}-${stack}-${name}` };
  }
}
