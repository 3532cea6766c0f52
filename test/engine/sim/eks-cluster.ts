import { version } from "@pulumi/aws/package.json";
import * as pulumi from "@pulumi/pulumi";
import type { ConstructResult } from "@pulumi/pulumi/provider";

const TYPE = "eks:index:Cluster";

/**
 * The part of the provider's `eks:index:Cluster` that the account and a program can see: its own arguments, which the
 * real one registers too, its role, the control plane made of them, and its address.
 */
class Cluster extends pulumi.ComponentResource {
  readonly eksCluster: ControlPlane;

  constructor(name: string, inputs: pulumi.Inputs, options: pulumi.ComponentResourceOptions) {
    super(TYPE, name, inputs, options);
    const role = new ServiceRole(`${name}-eksRole`, { parent: this });
    this.eksCluster = new ControlPlane(`${name}-eksCluster`, controlPlaneOf(name, role.arn, inputs), {
      parent: this,
      version,
      dependsOn: role,
    });
    this.registerOutputs({});
  }
}

/** The role of the control plane, as the provider makes it (pulumi/pulumi-eks, nodejs/eks/servicerole.ts). */
class ServiceRole extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, options: pulumi.ComponentResourceOptions) {
    super("eks:index:ServiceRole", name, {}, options);
    const role = new Role(`${name}-role`, { parent: this, version });
    this.arn = role.arn;
    new Attachment(`${name}-policy`, role.id, { parent: this, version });
    this.registerOutputs({});
  }
}

class Role extends pulumi.CustomResource {
  declare readonly arn: pulumi.Output<string>;

  constructor(name: string, options: pulumi.ComponentResourceOptions) {
    super(
      "aws:iam/role:Role",
      name,
      { description: "Allows EKS to manage clusters", arn: undefined },
      options,
    );
  }
}

class Attachment extends pulumi.CustomResource {
  constructor(name: string, role: pulumi.Input<string>, options: pulumi.ComponentResourceOptions) {
    const policyArn = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";
    super("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name, { role, policyArn }, options);
  }
}

class ControlPlane extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly endpoint: pulumi.Output<string>;

  constructor(name: string, inputs: pulumi.Inputs, options: pulumi.CustomResourceOptions) {
    super("aws:eks/cluster:Cluster", name, { ...inputs, arn: undefined, endpoint: undefined }, options);
  }
}

/** The arguments of the component as those of the control plane. */
function controlPlaneOf(name: string, roleArn: pulumi.Input<string>, inputs: pulumi.Inputs): pulumi.Inputs {
  const key = inputs.encryptionConfigKeyArn;
  return {
    name: inputs.name ?? name,
    version: inputs.version,
    roleArn,
    enabledClusterLogTypes: inputs.enabledClusterLogTypes,
    accessConfig: { authenticationMode: inputs.authenticationMode ?? "CONFIG_MAP" },
    ...(key === undefined ? {} : { encryptionConfig: { provider: { keyArn: key }, resources: ["secrets"] } }),
    upgradePolicy: inputs.upgradePolicy,
    deletionProtection: inputs.deletionProtection,
    vpcConfig: {
      subnetIds: inputs.subnetIds ?? inputs.privateSubnetIds,
      endpointPrivateAccess: inputs.endpointPrivateAccess ?? false,
      endpointPublicAccess: inputs.endpointPublicAccess ?? true,
      publicAccessCidrs: inputs.publicAccessCidrs,
    },
    tags: inputs.tags,
  };
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
  const { name: known, endpoint } = cluster.eksCluster;
  // Known once the cluster is there, as everything that the account makes up.
  const kubeconfig = pulumi.all([known, endpoint]).apply(([own, server]) => kubeconfigOf(own, server));
  const issuer = pulumi.all([known, endpoint]).apply(([own]) => `oidc.eks.us-east-1.amazonaws.com/id/${own}`);
  return {
    urn: cluster.urn,
    state: {
      eksCluster: cluster.eksCluster,
      kubeconfig,
      kubeconfigJson: kubeconfig.apply(config => JSON.stringify(config)),
      clusterSecurityGroupId: endpoint.apply(() => "sg-0a1b2c3d4e5f60718"),
      nodeSecurityGroupId: endpoint.apply(() => "sg-1a1b2c3d4e5f60718"),
      oidcIssuer: issuer,
      oidcProviderUrl: issuer.apply(host => `https://${host}`),
      oidcProviderArn: issuer.apply(host => `arn:aws:iam::123456789012:oidc-provider/${host}`),
    },
  };
}

function kubeconfigOf(cluster: string, server: string) {
  const named = { name: cluster };
  return {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ ...named, cluster: { server } }],
    users: [
      { ...named, user: { exec: { apiVersion: "client.authentication.k8s.io/v1beta1", command: "aws" } } },
    ],
    contexts: [{ ...named, context: { cluster, user: cluster } }],
    "current-context": cluster,
  };
}
