import { make, tags, unknown } from "./make";

const enabledClusterLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

export const CLUSTERS = [
  make("eks:index:Cluster", "cluster", {
    version: "1.35",
    name: "shop",
    skipDefaultNodeGroup: true,
    deletionProtection: true,
    endpointPublicAccess: true,
    publicAccessCidrs: ["203.0.113.0/24"],
    encryptionConfigKeyArn: unknown,
    enabledClusterLogTypes,
    authenticationMode: "API",
    upgradePolicy: { supportType: "STANDARD" },
    tags,
  }),
  make("aws:eks/cluster:Cluster", "plain-cluster", {
    name: "plain",
    version: "1.35",
    deletionProtection: true,
    vpcConfig: { endpointPublicAccess: false },
    encryptionConfig: { provider: { keyArn: unknown }, resources: ["secrets"] },
    enabledClusterLogTypes,
    accessConfig: { authenticationMode: "API" },
    upgradePolicy: { supportType: "STANDARD" },
    tags,
  }),
  ...["shop", "plain"].map(clusterName =>
    make("aws:eks/addon:Addon", `${clusterName}-network`, {
      clusterName,
      addonName: "vpc-cni",
      configurationValues: JSON.stringify({ enableNetworkPolicy: "true" }),
    }),
  ),
  ...["web", "worker"].map(serviceAccount =>
    make("aws:eks/podIdentityAssociation:PodIdentityAssociation", `${serviceAccount}-identity`, {
      clusterName: "shop",
      namespace: "shop",
      serviceAccount,
      roleArn: `arn:aws:iam::111122223333:role/${serviceAccount}`,
    }),
  ),
  make("aws:eks/nodeGroup:NodeGroup", "nodes", {
    instanceTypes: ["m7g.large"],
    scalingConfig: { minSize: 1, maxSize: 2 },
    tags,
  }),
];
