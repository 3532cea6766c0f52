import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { AUTOSCALER_ACCOUNT, clusterName } from "../../lib/cluster-names";
import type { Registry } from "../../registry/registry";
import type { EksSettings } from "../../settings/eks";
import type { Identity } from "../../settings/identity";
import type { ClusterNetwork } from "../cluster-network";
import { DefaultStorageClass } from "../default-storage-class";
import type { KubernetesPlatform } from "../kubernetes-platform";
import { autoscalerStatements } from "../pools/autoscaler-statements";
import { VolumeSnapshotClass } from "../volume-snapshot-class";
import { ClusterAddonSet } from "./cluster-addon-set";
import { clusterAddons } from "./cluster-addons";
import { ControlPlane } from "./control-plane";
import { eksFacts } from "./eks-facts";
import { EksPool } from "./eks-pool";
import { FargateProfiles } from "./fargate-profiles";
import { Karpenter } from "./karpenter/karpenter";
import { NodeRole } from "./node-role";
import { PodIdentity } from "./pod-identity";
import { poolsByManager } from "./pools-by-manager";
import { SharedFileSystem } from "./shared-file-system";

export interface EksPlatformArgs {
  readonly settings: EksSettings;
  readonly identity: Identity;
  /** Two zones or more. */
  readonly network: ClusterNetwork;
  /** KMS key of Secrets and logs. */
  readonly keyArn: pulumi.Input<string>;
  readonly registry: Registry;
}

/** An EKS cluster with its pools, its own add-ons and a default class of volumes. */
export class EksPlatform extends pulumi.ComponentResource implements KubernetesPlatform {
  readonly provider: k8s.Provider;
  readonly storageClass: string;
  readonly gatewayClass: string;
  readonly access: KubernetesPlatform["access"];
  readonly registry: Registry;
  readonly architectures: KubernetesPlatform["architectures"];
  readonly spot: boolean;
  readonly cluster: KubernetesPlatform["cluster"];
  readonly kubeconfig: pulumi.Output<string>;
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: EksPlatformArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:EksPlatform", name, {}, opts);
    const { settings, registry } = args;
    const facts = eksFacts(settings);
    const controlPlane = new ControlPlane(`${name}-control-plane`, args, { parent: this });
    const before = this.addons(name, args, controlPlane, "before-nodes", []);
    const pools = this.pools(name, args, controlPlane, [before]);
    const on = this.addons(name, args, controlPlane, "on-nodes", pools);
    this.provider = new k8s.Provider(
      `${name}-kubernetes`,
      { kubeconfig: controlPlane.kubeconfig, enableServerSideApply: true },
      { parent: this },
    );
    const storage = this.storage(name, args, controlPlane, [on]);
    const autoscaler = this.autoscaler(name, args, controlPlane);
    const others = this.otherPools(name, args, controlPlane, [on, ...pools]);
    this.kubeconfig = controlPlane.kubeconfig;
    this.storageClass = facts.storageClass;
    this.access = { kubeconfig: controlPlane.kubeconfig };
    this.gatewayClass = facts.gatewayClass;
    this.registry = registry;
    this.architectures = facts.architectures;
    this.spot = facts.spot;
    this.cluster = {
      name: controlPlane.clusterName,
      region: settings.region,
      podIdentity: true,
      vpcId: args.network.vpcId,
    };
    this.ready = [...pools, on, ...storage, autoscaler, ...others];
    this.registerOutputs({ clusterName: controlPlane.clusterName });
  }

  private addons(
    name: string,
    { settings, identity }: EksPlatformArgs,
    { clusterName }: ControlPlane,
    when: "before-nodes" | "on-nodes",
    dependsOn: readonly pulumi.Resource[],
  ): ClusterAddonSet {
    const addons = clusterAddons(identity.tags, settings.eks.sharedVolumes).filter(
      addon => addon.when === when,
    );
    const opts = { parent: this, dependsOn: [...dependsOn] };
    const { region } = settings;
    return new ClusterAddonSet(`${name}-${when}`, { identity, region, clusterName, addons }, opts);
  }

  private pools(
    name: string,
    { settings, identity, network }: EksPlatformArgs,
    { clusterName, securityGroupId: clusterSecurityGroupId }: ControlPlane,
    dependsOn: readonly pulumi.Resource[],
  ): EksPool[] {
    const role = new NodeRole(`${name}-nodes`, { identity }, { parent: this });
    const opts = { parent: this, dependsOn: [...dependsOn, ...role.ready, ...network.ready] };
    const shared = {
      settings,
      identity,
      network,
      clusterName,
      clusterSecurityGroupId,
      nodeRoleArn: role.arn,
    };
    return poolsByManager(settings.eks.pools).nodeGroups.map(
      pool => new EksPool(`${name}-pool-${pool.name}`, { pool, ...shared }, opts),
    );
  }

  /** Nodes that no node group has: Karpenter's, and the machines of Fargate. */
  private otherPools(
    name: string,
    { settings, identity, network }: EksPlatformArgs,
    { clusterName, securityGroupId: clusterSecurityGroupId }: ControlPlane,
    after: readonly pulumi.Resource[],
  ): readonly pulumi.Resource[] {
    const { karpenter, fargate } = poolsByManager(settings.eks.pools);
    const { provider } = this;
    const opts = { parent: this, dependsOn: [...after, ...network.ready] };
    const own = { settings, identity, network, clusterName, clusterSecurityGroupId, provider, after };
    const karpenterOf = () => new Karpenter(`${name}-karpenter`, own, opts);
    const fargateOf = () => {
      const { privateSubnetIds } = network;
      const { region } = settings;
      const profiles = { pools: fargate, identity, region, clusterName, privateSubnetIds };
      return new FargateProfiles(`${name}-fargate`, profiles, opts);
    };
    return [
      ...(karpenter.length > 0 ? karpenterOf().ready : []),
      ...(fargate.length > 0 ? fargateOf().ready : []),
    ];
  }

  private storage(
    name: string,
    { settings, identity, network, keyArn }: EksPlatformArgs,
    { securityGroupId: clusterSecurityGroupId }: ControlPlane,
    after: pulumi.Resource[],
  ): readonly pulumi.Resource[] {
    const own = { identity, environment: settings.environment, provider: this.provider };
    const opts = { parent: this, dependsOn: after };
    const files = { settings, network, keyArn, clusterSecurityGroupId, after, ...own };
    const shared = () => new SharedFileSystem(`${name}-shared`, files, opts);
    return [
      new DefaultStorageClass(`${name}-storage`, own, opts),
      new VolumeSnapshotClass(`${name}-snapshots`, { ...own, after }, opts),
      ...(settings.eks.sharedVolumes === "efs" ? shared().ready : []),
    ];
  }

  private autoscaler(
    name: string,
    { settings, identity }: EksPlatformArgs,
    controlPlane: ControlPlane,
  ): PodIdentity {
    const accountId = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const policy = accountId.apply(account =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: autoscalerStatements({
          clusterName: clusterName(identity),
          region: settings.region,
          accountId: account,
        }),
      }),
    );
    return new PodIdentity(
      `${name}-autoscaler`,
      {
        identity,
        clusterName: controlPlane.clusterName,
        namespace: "kube-system",
        serviceAccount: AUTOSCALER_ACCOUNT,
        policy,
      },
      { parent: this },
    );
  }
}
