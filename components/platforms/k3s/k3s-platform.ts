import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { clusterName } from "../../lib/cluster-names";
import { deletionProtected } from "../../lib/deletion-protection";
import { externalAddressOf } from "../../lib/edge";
import type { Registry } from "../../registry/registry";
import type { Identity } from "../../settings/identity";
import type { K3sSettings } from "../../settings/k3s";
import type { ClusterNetwork } from "../cluster-network";
import { DefaultStorageClass } from "../default-storage-class";
import type { KubernetesPlatform } from "../kubernetes-platform";
import { autoscalerStatements } from "../pools/autoscaler-statements";
import { PrivateBucket } from "../private-bucket";
import { ebsDriverStatements } from "../storage-drivers/ebs-statements";
import type { OpenPort } from "../vm/host-rules";
import { ClusterParameters } from "./cluster-parameters";
import { EdgeNode } from "./edge/edge-node";
import { Firewall } from "./firewall";
import { k3sFacts } from "./k3s-facts";
import { K3sPool } from "./k3s-pool";
import { K3sServers } from "./k3s-servers";
import { NodeProfile } from "./node-profile";
import { agentStatements, serverStatements } from "./node-statements";
import { Readiness } from "./readiness";
import { INSTALLED } from "./readiness-document";
import { Upgrades } from "./upgrades/upgrades";

export interface K3sPlatformArgs {
  readonly settings: K3sSettings;
  readonly identity: Identity;
  /** As many zones as servers, so that no two share one. */
  readonly network: ClusterNetwork;
  readonly registry: Registry;
  /** Ports that the app publishes beside its routes. Default: none. */
  readonly openPorts?: readonly OpenPort[];
  /** Opens boards to whoever runs Pulumi. Default: the keys of the SSH agent. */
  readonly sshPrivateKey?: pulumi.Output<string>;
}

/** K3s on EC2: servers with embedded etcd, pools of agents, and a default class of volumes. */
export class K3sPlatform extends pulumi.ComponentResource implements KubernetesPlatform {
  readonly provider: k8s.Provider;
  readonly storageClass: string;
  readonly gatewayClass: string;
  readonly access: KubernetesPlatform["access"];
  readonly registry: Registry;
  readonly architectures: KubernetesPlatform["architectures"];
  readonly spot: boolean;
  readonly address: pulumi.Output<string>;
  /** Addresses of all servers; a name should point at each of them. */
  readonly addresses: readonly pulumi.Output<string>[];
  readonly cluster: KubernetesPlatform["cluster"];
  readonly kubeconfig: pulumi.Output<string>;
  readonly ready: readonly pulumi.Resource[];

  constructor(
    name: string,
    private readonly args: K3sPlatformArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:K3sPlatform", name, {}, opts);
    const { settings, identity } = args;
    const facts = k3sFacts(settings);
    const { checksums, upgrades } = settings.k3s;
    const version = upgrades.automatic ? INSTALLED : settings.k3s.version;
    const firewall = this.firewall(name);
    const parameters = new ClusterParameters(`${name}-parameters`, { identity }, { parent: this });
    const servers = this.servers(name, firewall, parameters);
    const readiness = new Readiness(
      `${name}-ready`,
      { identity, version, checksums, instanceIds: servers.instanceIds },
      { parent: this, dependsOn: [...servers.ready] },
    );
    const { kubeconfig } = readiness;
    // Servers first: agents are never newer.
    const pools = this.pools(name, firewall, parameters, servers, readiness.reached);
    const boards = this.boards(name, servers, readiness, version);
    this.provider = new k8s.Provider(
      `${name}-kubernetes`,
      { kubeconfig, enableServerSideApply: true },
      { parent: this },
    );
    const storage = new DefaultStorageClass(
      `${name}-storage`,
      { identity, environment: settings.environment, provider: this.provider },
      { parent: this },
    );
    this.kubeconfig = kubeconfig;
    this.storageClass = facts.storageClass;
    this.access = { kubeconfig };
    this.gatewayClass = facts.gatewayClass;
    this.registry = args.registry;
    this.architectures = facts.architectures;
    this.spot = facts.spot;
    this.addresses = servers.publicAddresses;
    this.address = servers.publicAddresses[0] ?? pulumi.output("");
    this.cluster = {
      name: pulumi.output(clusterName(identity)),
      region: settings.region,
      podIdentity: false,
      vpcId: args.network.vpcId,
      controllerRole: servers.roleName,
    };
    this.ready = [...pools, ...boards, storage, ...this.upgrades(name)];
    this.registerOutputs({ address: this.address });
  }

  private upgrades(name: string): pulumi.Resource[] {
    const { version, servers, upgrades, edge } = this.args.settings.k3s;
    if (!upgrades.automatic) return [];
    const { provider } = this;
    const args = { version, servers, window: upgrades.window, boards: edge.length > 0, provider };
    return [new Upgrades(`${name}-upgrades`, args, { parent: this })];
  }

  private firewall(name: string): Firewall {
    const { settings, identity, network, openPorts = [] } = this.args;
    const { allowedCidrs, k3s } = settings;
    const boards = k3s.edge.map(externalAddressOf);
    const access = { allowedCidrs, apiCidrs: k3s.endpoint.cidrs, openPorts, boards };
    return new Firewall(`${name}-firewall`, { identity, vpcId: network.vpcId, ...access }, { parent: this });
  }

  private servers(name: string, firewall: Firewall, parameters: ClusterParameters): K3sServers {
    const { settings, identity, network, registry } = this.args;
    const bucket = new PrivateBucket(
      `${name}-snapshots`,
      {
        identity,
        purpose: "etcd",
        oldVersionDays: 30,
        emptiedOnDestroy: !deletionProtected(settings),
      },
      { parent: this },
    );
    const accountId = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const statements = pulumi
      .all([pulumi.all(Object.values(parameters.arns)), bucket.arn, accountId, registry.pullStatements])
      .apply(([parameterArns, bucketArn, account, pull]) => {
        const place = { region: settings.region, accountId: account };
        const autoscaler = autoscalerStatements({ clusterName: clusterName(identity), ...place });
        const volumes = ebsDriverStatements({ project: identity.project, stack: identity.stack, ...place });
        return [...serverStatements({ parameterArns, bucketArn, autoscaler, volumes }), ...pull];
      });
    const profile = new NodeProfile(`${name}-server`, { identity, statements }, { parent: this });
    return new K3sServers(
      `${name}-servers`,
      {
        settings,
        identity,
        network,
        securityGroupIds: [firewall.nodesGroupId, firewall.serversGroupId],
        profile,
        bucketName: bucket.bucketName,
      },
      {
        parent: this,
        dependsOn: [...profile.ready, ...parameters.ready, ...bucket.ready, ...network.ready],
      },
    );
  }

  private boards(name: string, servers: K3sServers, readiness: Readiness, version: string): EdgeNode[] {
    const { settings, identity, sshPrivateKey: privateKey } = this.args;
    const { edge, checksums } = settings.k3s;
    const shared = {
      ...{ identity, version, checksums, servers },
      kubeconfig: readiness.kubeconfig,
      serversReady: readiness.reached,
      ...(privateKey === undefined ? {} : { privateKey }),
    };
    return edge.map(
      board => new EdgeNode(`${name}-board-${board.name}`, { board, ...shared }, { parent: this }),
    );
  }

  private pools(
    name: string,
    firewall: Firewall,
    parameters: ClusterParameters,
    servers: K3sServers,
    serversReady: pulumi.Resource,
  ) {
    const { settings, identity, network, registry } = this.args;
    const { agentToken = "", version = "" } = parameters.arns;
    const statements = pulumi
      .all([pulumi.all([agentToken, version]), registry.pullStatements])
      .apply(([arns, pull]) => [...agentStatements(arns), ...pull]);
    const profile = new NodeProfile(`${name}-agent`, { identity, statements }, { parent: this });
    const shared = {
      settings,
      identity,
      network,
      securityGroupIds: [firewall.nodesGroupId],
      profileArn: profile.profileArn,
      servers: servers.privateAddresses,
    };
    const opts = { parent: this, dependsOn: [...profile.ready, ...network.ready, serversReady] };
    return settings.k3s.pools
      .filter(({ max }) => max > 0)
      .map(pool => new K3sPool(`${name}-pool-${pool.name}`, { pool, ...shared }, opts));
  }
}
