import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { CLUSTER_ISSUER } from "./addon-facts";
import { clusterIssuerSpec } from "./cluster-issuer-spec";

export interface ClusterIssuerArgs {
  /** Where the certificate authority sends warnings. */
  readonly email: string;
  readonly provider: k8s.Provider;
}

/** Let's Encrypt as the authority for certificates of every Gateway that names it. */
export class ClusterIssuer extends pulumi.ComponentResource {
  readonly issuer: k8s.apiextensions.CustomResource;

  constructor(name: string, { email, provider }: ClusterIssuerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:ClusterIssuer", name, {}, opts);
    this.issuer = new k8s.apiextensions.CustomResource(
      `${name}-issuer`,
      {
        apiVersion: "cert-manager.io/v1",
        kind: "ClusterIssuer",
        metadata: { name: CLUSTER_ISSUER },
        spec: clusterIssuerSpec(email),
      },
      { parent: this, provider },
    );
    this.registerOutputs({ issuer: CLUSTER_ISSUER });
  }
}
