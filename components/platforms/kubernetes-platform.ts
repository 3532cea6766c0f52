import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Registry } from "../registry/registry";

/** What every cluster platform yields, whoever made the cluster. */
export interface KubernetesPlatform {
  readonly provider: k8s.Provider;
  /** How kubectl reaches the cluster as the provider does; absent keys: by its own kubeconfig and current context. */
  readonly access: { readonly kubeconfig?: pulumi.Input<string>; readonly context?: string };
  /** StorageClass of volumes; absent: the cluster's default. */
  readonly storageClass?: string;
  readonly gatewayClass: string;
  readonly registry: Registry;
  readonly architectures: readonly ("amd64" | "arm64")[];
  readonly spot: boolean;
  /** Name or address under which the app is reached, when the platform knows it. */
  readonly address?: pulumi.Output<string>;
  /** What the add-ons need of the cloud, per controller, e.g. the autoscaler's cluster name. */
  readonly cluster: {
    readonly name: pulumi.Output<string>;
    readonly region?: string;
    /** Whether EKS Pod Identity gives controllers their roles (else: the node's role). */
    readonly podIdentity: boolean;
    /** The VPC that its nodes stand in, where it is ours. */
    readonly vpcId?: pulumi.Output<string>;
    /** Role of the nodes that controllers run on, where there is no Pod Identity. */
    readonly controllerRole?: pulumi.Output<string>;
  };
  /** Of a cluster that towpath makes, and so takes away on destroy. A secret. */
  readonly kubeconfig?: pulumi.Output<string>;
  /** What must stand before anything is deployed to the cluster, e.g. its pools. */
  readonly ready: readonly pulumi.Resource[];
}
