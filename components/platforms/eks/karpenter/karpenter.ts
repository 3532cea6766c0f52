import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Chart, Values } from "../../../addons/addon";
import { clusterName as nameOf } from "../../../lib/cluster-names";
import type { EksSettings } from "../../../settings/eks";
import type { KarpenterPool } from "../../../settings/eks-pool";
import type { Identity } from "../../../settings/identity";
import type { ClusterNetwork } from "../../cluster-network";
import { policyDocument } from "../../vm/policy-document";
import { NodeRole } from "../node-role";
import { PodIdentity } from "../pod-identity";
import { nodePools, poolsByManager } from "../pools-by-manager";
import { karpenterStatements } from "./controller-statements";
import { InterruptionQueue } from "./interruption-queue";
import { KARPENTER, KARPENTER_ACCOUNT, KARPENTER_CRDS, karpenterValues } from "./karpenter-charts";
import { nodeClassSpec } from "./node-class";
import { nodePoolSpec } from "./node-pool";

export interface KarpenterArgs {
  readonly settings: EksSettings;
  readonly identity: Identity;
  readonly network: ClusterNetwork;
  readonly clusterName: pulumi.Input<string>;
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  readonly provider: k8s.Provider;
  /** The nodes and add-ons that the controller runs on, which therefore go after it. */
  readonly after: readonly pulumi.Resource[];
}

/** Deleting a pool waits until its nodes are drained and gone. */
const DRAIN_TIMEOUT = "45m";
const FOREGROUND = { "pulumi.com/deletionPropagationPolicy": "foreground" };

/**
 * Karpenter and its pools. When the stack goes, a NodePool goes first and takes its nodes along, then its class, and
 * only then the controller that drains them.
 */
export class Karpenter extends pulumi.ComponentResource {
  /** What must stand before pods can count on its nodes. */
  readonly ready: readonly pulumi.Resource[];

  constructor(
    name: string,
    private readonly args: KarpenterArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:Karpenter", name, {}, opts);
    const { settings, identity, clusterName } = args;
    const queueName = nameOf(identity);
    const nodes = new NodeRole(`${name}-nodes`, { identity }, { parent: this });
    const profile = new aws.iam.InstanceProfile(
      `${name}-nodes`,
      { role: nodes.name, tags: identity.tags },
      { parent: this },
    );
    const entry = new aws.eks.AccessEntry(
      `${name}-nodes`,
      { clusterName, principalArn: nodes.arn, type: "EC2_LINUX", tags: identity.tags },
      { parent: this },
    );
    const queue = new InterruptionQueue(`${name}-interruptions`, { identity, queueName }, { parent: this });
    const controllerRole = this.controllerRole(name, queue, nodes, profile);
    const definitions = this.release(`${name}-definitions`, KARPENTER_CRDS, {}, args.after);
    const controller = this.release(
      `${name}-controller`,
      KARPENTER,
      karpenterValues({ clusterName: queueName, queueName, floor: floorOf(settings) }),
      [definitions, controllerRole, entry, ...nodes.ready, ...queue.ready],
    );
    this.ready = poolsByManager(settings.eks.pools).karpenter.map(pool =>
      this.pool(name, pool, profile, controller),
    );
    this.registerOutputs({});
  }

  private controllerRole(
    name: string,
    queue: InterruptionQueue,
    nodes: NodeRole,
    profile: aws.iam.InstanceProfile,
  ) {
    const { settings, identity, clusterName, clusterSecurityGroupId } = this.args;
    const accountId = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const policy = pulumi
      .all([
        accountId,
        pulumi.all([...this.subnetIds()]),
        clusterSecurityGroupId,
        queue.arn,
        nodes.arn,
        profile.arn,
      ])
      .apply(([account, subnetIds, securityGroupId, queueArn, nodeRoleArn, instanceProfileArn]) =>
        policyDocument(
          karpenterStatements({
            clusterName: nameOf(identity),
            region: settings.region,
            accountId: account,
            subnetIds,
            securityGroupId,
            queueArn,
            nodeRoleArn,
            instanceProfileArn,
          }),
        ),
      );
    return new PodIdentity(
      `${name}-role`,
      {
        identity,
        clusterName,
        namespace: "kube-system",
        serviceAccount: KARPENTER_ACCOUNT,
        policy,
      },
      { parent: this },
    );
  }

  private subnetIds(): readonly pulumi.Output<string>[] {
    const { privateSubnetIds, publicSubnetIds } = this.args.network;
    return privateSubnetIds.length > 0 ? privateSubnetIds : publicSubnetIds;
  }

  private release(name: string, chart: Chart, values: Values, dependsOn: readonly pulumi.Resource[]) {
    return new k8s.helm.v3.Release(
      name,
      {
        name: chart.name,
        chart: chart.repository,
        version: chart.version,
        namespace: "kube-system",
        createNamespace: false,
        skipCrds: true,
        atomic: true,
        cleanupOnFail: true,
        timeout: 600,
        maxHistory: 3,
        values,
      },
      { parent: this, provider: this.args.provider, dependsOn: [...dependsOn] },
    );
  }

  private pool(
    name: string,
    pool: KarpenterPool,
    profile: aws.iam.InstanceProfile,
    controller: pulumi.Resource,
  ) {
    const { settings, identity, clusterSecurityGroupId, provider } = this.args;
    const opts = { parent: this, provider, customTimeouts: { delete: DRAIN_TIMEOUT } };
    const metadata = { name: pool.name, annotations: FOREGROUND };
    const nodeClass = new k8s.apiextensions.CustomResource(
      `${name}-class-${pool.name}`,
      {
        apiVersion: "karpenter.k8s.aws/v1",
        kind: "EC2NodeClass",
        metadata,
        spec: nodeClassSpec<pulumi.Input<string>>(pool, {
          subnetIds: this.subnetIds(),
          securityGroupId: clusterSecurityGroupId,
          instanceProfile: profile.name,
          publicAddress: this.args.network.privateSubnetIds.length === 0,
          detailedMonitoring: settings.environment === "prod",
          tags: { ...identity.tags, Name: `${identity.project}-${identity.stack}-${pool.name}` },
        }),
      },
      { ...opts, dependsOn: [controller] },
    );
    return new k8s.apiextensions.CustomResource(
      `${name}-pool-${pool.name}`,
      {
        apiVersion: "karpenter.sh/v1",
        kind: "NodePool",
        metadata,
        spec: nodePoolSpec(pool, nodePools(settings.eks.pools)),
      },
      { ...opts, dependsOn: [nodeClass] },
    );
  }
}

function floorOf({ eks }: EksSettings): number {
  const always = poolsByManager(eks.pools).nodeGroups.filter(({ capacity }) => capacity === "on-demand");
  return always.reduce((sum, { min }) => sum + min, 0);
}
