import * as aws from "@pulumi/aws";
import * as eks from "@pulumi/eks";
import * as pulumi from "@pulumi/pulumi";
import { clusterName } from "../../lib/cluster-names";
import { deletionProtected } from "../../lib/deletion-protection";
import type { EksSettings } from "../../settings/eks";
import type { Identity } from "../../settings/identity";
import type { ClusterNetwork } from "../cluster-network";
import { accessEntries } from "./access-entries";

export interface ControlPlaneArgs {
  readonly settings: EksSettings;
  readonly identity: Identity;
  readonly network: ClusterNetwork;
  /** KMS key of Secrets in etcd and of the logs. */
  readonly keyArn: pulumi.Input<string>;
}

/** All that EKS can write. */
const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
const LOG_DAYS = 365;

/** The control plane of EKS without nodes and without add-ons, which stand on their own. */
export class ControlPlane extends pulumi.ComponentResource {
  /** Known when the cluster stands. */
  readonly clusterName: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  readonly kubeconfig: pulumi.Output<string>;

  constructor(name: string, args: ControlPlaneArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:ControlPlane", name, {}, opts);
    const { settings, identity, network, keyArn } = args;
    const physical = clusterName(identity);
    const log = new aws.cloudwatch.LogGroup(
      `${name}-log`,
      {
        name: `/aws/eks/${physical}/cluster`,
        retentionInDays: LOG_DAYS,
        kmsKeyId: keyArn,
        tags: identity.tags,
      },
      { parent: this },
    );
    const cluster = new eks.Cluster(
      `${name}-cluster`,
      {
        name: physical,
        version: settings.eks.version,
        upgradePolicy: { supportType: "STANDARD" },
        deletionProtection: deletionProtected(settings),
        vpcId: network.vpcId,
        subnetIds: [...network.publicSubnetIds, ...network.privateSubnetIds],
        ...endpoint(settings),
        authenticationMode: eks.AuthenticationMode.Api,
        accessEntries: accessEntries(settings.eks.adminRoleArns, settings.eks.access),
        enabledClusterLogTypes: LOG_TYPES,
        encryptionConfigKeyArn: keyArn,
        ...LEFT_TO_US,
        tags: { ...identity.tags },
      },
      // EKS would make the log group itself, without key and without end.
      { parent: this, dependsOn: [log, ...network.ready], protect: deletionProtected(settings) },
    );
    this.securityGroupId = cluster.clusterSecurityGroupId;
    this.clusterName = this.securityGroupId.apply(() => physical);
    this.kubeconfig = pulumi.secret(cluster.kubeconfigJson);
    this.registerOutputs({ clusterName: this.clusterName });
  }
}

/** Nodes and add-ons are resources of their own, so that previews, policies and prices see them. */
const LEFT_TO_US = {
  skipDefaultNodeGroup: true,
  skipDefaultSecurityGroups: true,
  createInstanceRole: false,
  createOidcProvider: false,
  useDefaultVpcCni: true,
  kubeProxyAddonOptions: { enabled: false },
  corednsAddonOptions: { enabled: false },
} satisfies eks.ClusterArgs;

/** Nodes always talk to the API server inside the VPC; the internet does from the given blocks alone. */
function endpoint({ eks: { endpoint } }: EksSettings) {
  const open = endpoint.public && endpoint.cidrs.length > 0;
  return {
    endpointPrivateAccess: true,
    endpointPublicAccess: open,
    ...(open ? { publicAccessCidrs: [...endpoint.cidrs] } : {}),
  };
}
