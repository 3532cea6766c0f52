import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Registry } from "../../registry/registry";
import type { ClusterSettings } from "../../settings/cluster";
import type { KubernetesPlatform } from "../kubernetes-platform";
import { existingClusterFacts } from "./cluster-facts";

export interface ExistingClusterArgs {
  readonly settings: ClusterSettings;
  /** Where the settings say that images go; `buildIssues` tells when they should and do not. */
  readonly registry: Registry;
  /** Content of a kubeconfig, from the stack's secret; the settings' path goes before it. */
  readonly kubeconfig?: pulumi.Output<string>;
}

/** A cluster that someone else made. towpath puts things into it and changes nothing of it. */
export class ExistingCluster extends pulumi.ComponentResource implements KubernetesPlatform {
  readonly provider: k8s.Provider;
  readonly access: KubernetesPlatform["access"];
  readonly storageClass?: string;
  readonly gatewayClass: string;
  readonly registry: Registry;
  readonly architectures: KubernetesPlatform["architectures"];
  readonly spot: boolean;
  readonly cluster: KubernetesPlatform["cluster"];
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: ExistingClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:ExistingCluster", name, {}, opts);
    const { cluster } = args.settings;
    const { context } = cluster;
    const facts = existingClusterFacts(args.settings);
    const kubeconfig = cluster.kubeconfig ?? args.kubeconfig;
    this.access = {
      ...(kubeconfig === undefined ? {} : { kubeconfig }),
      ...(context === undefined ? {} : { context }),
    };
    this.provider = new k8s.Provider(
      `${name}-kubernetes`,
      { ...this.access, enableServerSideApply: true },
      { parent: this },
    );
    if (facts.storageClass !== undefined) this.storageClass = facts.storageClass;
    this.gatewayClass = facts.gatewayClass;
    this.registry = args.registry;
    this.architectures = facts.architectures;
    this.spot = facts.spot;
    this.cluster = { name: pulumi.output(context ?? "current context"), podIdentity: false };
    this.ready = [];
    this.registerOutputs({});
  }
}
