import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Registered } from "../../../cli/engine/registered";
import { EksPlatform } from "../../../components/platforms/eks/eks-platform";
import { only, runComponent, tree } from "../../harness/run-component";
import { fakeNetwork, fakeRegistry } from "../fake-network";
import { IDENTITY, settingsFor } from "../kubernetes-settings";

const CIDRS = { public: true, cidrs: ["203.0.113.0/24"] };
const GOLDENS = resolve(__dirname, "../../fixtures/platforms");

async function platform(more: Record<string, unknown> = {}, inside = true): Promise<readonly Registered[]> {
  const settings = settingsFor("eks", { eks: { endpoint: CIDRS }, ...more });
  const run = await runComponent(() => {
    const network = fakeNetwork({ inside });
    const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1";
    new EksPlatform("eks", { settings, identity: IDENTITY, network, keyArn, registry: fakeRegistry() });
  });
  return run.resources;
}

describe("EksPlatform", () => {
  let usual: readonly Registered[];
  beforeAll(async () => {
    usual = await platform();
  });

  it("is this tree", async () => {
    await expect(tree(usual)).toMatchFileSnapshot(resolve(GOLDENS, "eks.tree.txt"));
  });

  it("asks for a control plane that meets the rules", async () => {
    const { inputs } = only(usual, "eks:index:Cluster");
    expect(inputs).toMatchObject({
      name: "towpath-shop-test",
      version: "1.35",
      upgradePolicy: { supportType: "STANDARD" },
      authenticationMode: "API",
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      encryptionConfigKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1",
      skipDefaultNodeGroup: true,
      endpointPrivateAccess: true,
      endpointPublicAccess: true,
      publicAccessCidrs: ["203.0.113.0/24"],
      deletionProtection: false,
    });
  });

  it("keeps the endpoint inside when nobody may reach it", async () => {
    const { inputs } = only(
      await platform({ eks: { endpoint: { public: false, cidrs: ["203.0.113.0/24"] } } }),
      "eks:index:Cluster",
    );
    expect(inputs).toMatchObject({ endpointPrivateAccess: true, endpointPublicAccess: false });
    expect(inputs).not.toHaveProperty("publicAccessCidrs");
  });

  it("gives the named roles and nobody else the cluster", async () => {
    const adminRoleArns = ["arn:aws:iam::123456789012:role/ops"];
    const { inputs } = only(await platform({ eks: { endpoint: CIDRS, adminRoleArns } }), "eks:index:Cluster");
    expect(Object.values(inputs.accessEntries as object)).toEqual([
      {
        principalArn: "arn:aws:iam::123456789012:role/ops",
        accessPolicies: {
          admin: {
            policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
            accessScope: { type: "cluster" },
          },
        },
      },
    ]);
  });

  it("keeps the kubeconfig secret", async () => {
    const { inputs } = only(usual, "pulumi:providers:kubernetes");
    expect(inputs.kubeconfig).toBe("[secret]");
  });

  it("makes each pool a node group of its capacity, architecture and taint", async () => {
    const resources = usual;
    expect(only(resources, "aws:eks/nodeGroup:NodeGroup", "on-demand-group").inputs).toMatchObject({
      capacityType: "ON_DEMAND",
      amiType: "AL2023_ARM_64_STANDARD",
      scalingConfig: { minSize: 2, maxSize: 4, desiredSize: 2 },
      taints: [],
      subnetIds: ["subnet-private-a", "subnet-private-b"],
    });
    expect(only(resources, "aws:eks/nodeGroup:NodeGroup", "spot-group").inputs).toMatchObject({
      capacityType: "SPOT",
      instanceTypes: ["m7g.large", "m6g.large", "m8g.large", "r7g.large"],
      scalingConfig: { minSize: 0, maxSize: 6, desiredSize: 0 },
      labels: { "towpath.dev/capacity": "spot", "towpath.dev/pool": "spot" },
      taints: [{ key: "towpath.dev/capacity", value: "spot", effect: "NO_SCHEDULE" }],
    });
  });

  it("starts nodes with IMDSv2 out of containers' reach and an encrypted disk", async () => {
    const { inputs } = only(usual, "aws:ec2/launchTemplate:LaunchTemplate", "on-demand-template");
    expect(inputs).toMatchObject({
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeType: "gp3", volumeSize: 20 } },
      ],
    });
    expect(inputs).not.toHaveProperty("networkInterfaces");
  });

  it("gives nodes an address of their own only where there is no NAT, behind the cluster's group", async () => {
    const resources = await platform({}, false);
    const { inputs } = only(resources, "aws:ec2/launchTemplate:LaunchTemplate", "on-demand-template");
    expect(inputs.networkInterfaces).toEqual([
      {
        associatePublicIpAddress: "true",
        deleteOnTermination: "true",
        securityGroups: [expect.stringMatching(/^sg-/)],
      },
    ]);
    expect(only(resources, "aws:eks/nodeGroup:NodeGroup", "on-demand-group").inputs.subnetIds).toEqual([
      "subnet-public-a",
      "subnet-public-b",
    ]);
  });

  it("turns the network policy engine on before there are nodes", async () => {
    const { inputs } = only(usual, "aws:eks/addon:Addon", "vpc-cni");
    expect(JSON.parse(String(inputs.configurationValues))).toMatchObject({ enableNetworkPolicy: "true" });
  });

  it("gives the volume driver and the autoscaler roles of their own", async () => {
    const resources = usual;
    const accounts = resources
      .filter(({ type }) => type === "aws:eks/podIdentityAssociation:PodIdentityAssociation")
      .map(({ inputs }) => `${inputs.namespace}/${inputs.serviceAccount}`);
    expect(accounts.sort()).toEqual(["kube-system/cluster-autoscaler", "kube-system/ebs-csi-controller-sa"]);
  });

  it("makes encrypted gp3 the default class, whose disks outlive their claims in prod alone", async () => {
    const { inputs } = only(usual, "kubernetes:storage.k8s.io/v1:StorageClass");
    expect(inputs).toMatchObject({
      metadata: {
        name: "gp3",
        annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
      },
      parameters: { type: "gp3", encrypted: "true", tagSpecification_1: "towpath:stack=test" },
      reclaimPolicy: "Delete",
    });
    const prod = await platform({ environment: "prod" });
    expect(only(prod, "kubernetes:storage.k8s.io/v1:StorageClass").inputs.reclaimPolicy).toBe("Retain");
    expect(only(prod, "eks:index:Cluster").inputs.deletionProtection).toBe(true);
  });

  it("tells nodes how to join in a form that nodeadm reads", async () => {
    const { inputs } = only(usual, "aws:ec2/launchTemplate:LaunchTemplate", "spot-template");
    const text = Buffer.from(String(inputs.userData), "base64").toString();
    const [, part = ""] = text.split("--towpath\n");
    const [head = "", body = ""] = part.split("\n\n");
    expect(head).toBe("Content-Type: application/node.eks.aws");
    expect(parse(body.replace(/--towpath--\s*$/, ""))).toMatchObject({
      apiVersion: "node.eks.aws/v1alpha1",
      spec: { kubelet: { config: { maxPods: 110 } } },
    });
  });
});
