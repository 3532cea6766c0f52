import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { architectureOf } from "../../lib/architecture";
import { deletionProtected } from "../../lib/deletion-protection";
import type { Identity } from "../../settings/identity";
import type { K3sSettings } from "../../settings/k3s";
import type { ClusterNetwork } from "../cluster-network";
import { ubuntuImageParameter } from "../vm/ubuntu-image";
import type { NodeProfile } from "./node-profile";
import { parameterNames } from "./parameter-names";
import { serverUserData } from "./user-data/server-user-data";

export interface K3sServersArgs {
  readonly settings: K3sSettings;
  readonly identity: Identity;
  readonly network: ClusterNetwork;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  readonly profile: NodeProfile;
  readonly bucketName: pulumi.Input<string>;
}

/** How the servers are told apart; the first begins the cluster. */
const SERVERS = ["first", "second", "third"] as const;

interface Server {
  readonly key: string;
  readonly address: aws.ec2.Eip;
  readonly instance: aws.ec2.Instance;
}

/** The servers of K3s, each in a zone of its own where there are enough, with an address that stays. */
export class K3sServers extends pulumi.ComponentResource {
  readonly instanceIds: readonly pulumi.Output<string>[];
  readonly privateAddresses: readonly pulumi.Output<string>[];
  readonly publicAddresses: readonly pulumi.Output<string>[];
  /** Name of their role. */
  readonly roleName: pulumi.Output<string>;
  readonly ready: readonly pulumi.Resource[];

  constructor(
    name: string,
    private readonly args: K3sServersArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:K3sServers", name, {}, opts);
    const servers: Server[] = [];
    for (const key of SERVERS.slice(0, args.settings.k3s.servers))
      servers.push(this.server(name, key, servers.slice(0, 1)));
    this.instanceIds = servers.map(({ instance }) => instance.id);
    this.privateAddresses = servers.map(({ instance }) => instance.privateIp);
    this.roleName = args.profile.roleName;
    this.publicAddresses = servers.map(({ address }) => address.publicIp);
    this.ready = servers.map(
      ({ key, address, instance }) =>
        new aws.ec2.EipAssociation(
          `${name}-${key}-address`,
          { allocationId: address.id, instanceId: instance.id },
          { parent: this },
        ),
    );
    this.registerOutputs({});
  }

  private server(name: string, key: (typeof SERVERS)[number], joined: readonly Server[]): Server {
    const { settings, identity, network, profile, securityGroupIds } = this.args;
    const { serverType, serverDiskGb } = settings.k3s;
    const tags = { ...identity.tags, Name: `${identity.project}-${identity.stack}-server-${key}` };
    const address = new aws.ec2.Eip(`${name}-${key}-address`, { domain: "vpc", tags }, { parent: this });
    const image = aws.ssm.getParameterOutput(
      { name: ubuntuImageParameter(architectureOf(serverType)) },
      { parent: this },
    );
    const subnets = network.publicSubnetIds;
    const instance = new aws.ec2.Instance(
      `${name}-${key}`,
      {
        ami: image.insecureValue,
        instanceType: serverType,
        subnetId: subnets[SERVERS.indexOf(key) % subnets.length] ?? "",
        associatePublicIpAddress: true,
        vpcSecurityGroupIds: [...securityGroupIds],
        iamInstanceProfile: profile.profileName,
        metadataOptions: METADATA,
        rootBlockDevice: { volumeType: "gp3", volumeSize: serverDiskGb, encrypted: true, tags },
        ebsOptimized: true,
        monitoring: settings.environment === "prod",
        disableApiTermination: deletionProtected(settings),
        ...(/^t\d/.test(serverType) ? { creditSpecification: { cpuCredits: "standard" } } : {}),
        userData: this.userData(address, joined),
        tags,
      },
      { parent: this, ignoreChanges: ["ami", "userData"], protect: deletionProtected(settings) },
    );
    return { key, address, instance };
  }

  private userData(address: aws.ec2.Eip, joined: readonly Server[]): pulumi.Output<string> {
    const { settings, identity, bucketName } = this.args;
    const { k3s, region } = settings;
    const { version, checksums } = k3s;
    const parameters = parameterNames(identity);
    const reachable = k3s.endpoint.cidrs.length > 0;
    return pulumi
      .all([address.publicIp, bucketName, pulumi.all(joined.map(({ instance }) => instance.privateIp))])
      .apply(([publicAddress, bucket, servers]) =>
        serverUserData({
          region,
          version,
          checksums,
          parameters,
          publicAddress,
          ...(reachable ? { apiAddress: publicAddress } : {}),
          servers,
          snapshots: { bucket, kept: k3s.snapshotsKept },
          edge: k3s.edge.length > 0,
        }),
      );
  }
}

/**
 * One hop more than elsewhere: the volume driver and the autoscaler run on servers in containers and use the role of
 * the instance, as K3s has no Pod Identity. The app's NetworkPolicies keep its own pods from that address.
 */
const METADATA = { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 2 };
