import { version } from "@pulumi/aws/package.json";
import * as pulumi from "@pulumi/pulumi";
import type { ConstructResult } from "@pulumi/pulumi/provider";

const TYPE = "eks:index:Cluster";

/** The part of the provider's `eks:index:Cluster` that a program can see: the control plane and its address. */
class Cluster extends pulumi.ComponentResource {
  readonly eksCluster: ControlPlane;

  constructor(name: string, inputs: pulumi.Inputs, options: pulumi.ComponentResourceOptions) {
    super(TYPE, name, {}, options);
    const own = {
      name: inputs.name ?? name,
      version: inputs.version,
      roleArn: `arn:aws:iam::123456789012:role/${name}`,
    };
    this.eksCluster = new ControlPlane(`${name}-eksCluster`, own, { parent: this, version });
    this.registerOutputs({});
  }
}

class ControlPlane extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly arn: pulumi.Output<string>;

  constructor(name: string, inputs: pulumi.Inputs, options: pulumi.CustomResourceOptions) {
    super("aws:eks/cluster:Cluster", name, { ...inputs, arn: undefined }, options);
  }
}

/** Makes the one remote component that the program uses; any other type is an error. */
export async function constructEks(
  name: string,
  type: string,
  inputs: pulumi.Inputs,
  options: pulumi.ComponentResourceOptions,
): Promise<ConstructResult> {
  if (type !== TYPE) throw new Error(`no stand-in for the remote component ${type}`);
  const cluster = new Cluster(name, inputs, options);
  const kubeconfig = cluster.eksCluster.name.apply(kubeconfigOf);
  const issuer = cluster.eksCluster.name.apply(known => `oidc.eks.us-east-1.amazonaws.com/id/${known}`);
  return {
    urn: cluster.urn,
    state: {
      eksCluster: cluster.eksCluster,
      kubeconfig,
      kubeconfigJson: kubeconfig.apply(config => JSON.stringify(config)),
      clusterSecurityGroupId: cluster.eksCluster.name.apply(() => "sg-0a1b2c3d4e5f60718"),
      nodeSecurityGroupId: cluster.eksCluster.name.apply(() => "sg-1a1b2c3d4e5f60718"),
      oidcIssuer: issuer,
      oidcProviderUrl: issuer.apply(host => `https://${host}`),
      oidcProviderArn: issuer.apply(host => `arn:aws:iam::123456789012:oidc-provider/${host}`),
    },
  };
}

function kubeconfigOf(cluster: string) {
  const named = { name: cluster };
  return {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ ...named, cluster: { server: "https://ABCDEF.gr7.us-east-1.eks.amazonaws.com" } }],
    users: [
      { ...named, user: { exec: { apiVersion: "client.authentication.k8s.io/v1beta1", command: "aws" } } },
    ],
    contexts: [{ ...named, context: { cluster, user: cluster } }],
    "current-context": cluster,
  };
}
