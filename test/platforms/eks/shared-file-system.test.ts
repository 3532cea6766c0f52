import { describe, expect, it } from "vitest";
import type { Registered } from "../../../cli/engine/registered";
import { eksFacts } from "../../../components/platforms/eks/eks-facts";
import { EksPlatform } from "../../../components/platforms/eks/eks-platform";
import { only, runComponent } from "../../harness/run-component";
import { fakeNetwork, fakeRegistry } from "../fake-network";
import { IDENTITY, settingsFor } from "../kubernetes-settings";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1";

async function platform(eks: Record<string, unknown>, environment = "dev"): Promise<readonly Registered[]> {
  const settings = settingsFor("eks", {
    environment,
    eks: { endpoint: { cidrs: ["203.0.113.0/24"] }, ...eks },
  });
  const run = await runComponent(() => {
    const network = fakeNetwork({ inside: true });
    new EksPlatform("eks", { settings, identity: IDENTITY, network, keyArn: KEY, registry: fakeRegistry() });
  });
  return run.resources;
}

const FILES = "aws:efs/fileSystem:FileSystem";
const TARGET = "aws:efs/mountTarget:MountTarget";
const CLASS = "kubernetes:storage.k8s.io/v1:StorageClass";

describe("shared volumes by EFS", () => {
  it("are an encrypted file system with an address in each zone, for the cluster's nodes alone", async () => {
    const resources = await platform({ sharedVolumes: "efs" });
    expect(only(resources, FILES).inputs).toMatchObject({ encrypted: true, kmsKeyId: KEY });
    const targets = resources.filter(({ type }) => type === TARGET);
    expect(targets.map(({ inputs }) => inputs.subnetId)).toEqual(["subnet-private-a", "subnet-private-b"]);
    expect(targets.map(({ name }) => name)).toEqual([
      "eks-shared-zone-us-east-1a",
      "eks-shared-zone-us-east-1b",
    ]);
    const rule = only(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(rule.inputs).toMatchObject({
      fromPort: 2049,
      toPort: 2049,
      referencedSecurityGroupId: expect.stringMatching(/^sg-/),
    });
    expect(rule.inputs).not.toHaveProperty("cidrIpv4");
  });

  it("come by a driver with a role of its own, before the class that names the file system", async () => {
    const resources = await platform({ sharedVolumes: "efs" });
    const driver = only(resources, "aws:eks/addon:Addon", "aws-efs-csi-driver");
    const account = only(
      resources,
      "aws:eks/podIdentityAssociation:PodIdentityAssociation",
      "aws-efs-csi-driver-association",
    );
    expect(account.inputs.serviceAccount).toBe("efs-csi-controller-sa");
    const shared = only(resources, CLASS, "shared-class");
    expect(shared.dependencies).toContain(driver.urn);
    expect(shared.inputs).toMatchObject({
      metadata: { name: "efs" },
      provisioner: "efs.csi.aws.com",
      reclaimPolicy: "Delete",
      parameters: { provisioningMode: "efs-ap" },
    });
    const prod = await platform({ sharedVolumes: "efs" }, "prod");
    expect(only(prod, CLASS, "shared-class").inputs.reclaimPolicy).toBe("Retain");
  });

  it("are there only when asked for, and known to the plan then", async () => {
    const without = await platform({});
    expect(without.filter(({ type }) => type === FILES || type === TARGET)).toEqual([]);
    const facts = (sharedVolumes: string) =>
      eksFacts(settingsFor("eks", { eks: { endpoint: { cidrs: ["203.0.113.0/24"] }, sharedVolumes } }));
    expect(facts("efs").sharedStorageClass).toBe("efs");
    expect(facts("none")).not.toHaveProperty("sharedStorageClass");
  });
});

describe("snapshots", () => {
  it("have a default class with the stack's tags, kept in prod", async () => {
    const SNAPSHOTS = "kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotClass";
    const resources = await platform({});
    const { inputs, dependencies } = only(resources, SNAPSHOTS);
    expect(inputs).toMatchObject({
      driver: "ebs.csi.aws.com",
      deletionPolicy: "Delete",
      parameters: { tagSpecification_1: "towpath:stack=test" },
      metadata: { annotations: { "snapshot.storage.kubernetes.io/is-default-class": "true" } },
    });
    expect(dependencies).toContain(only(resources, "aws:eks/addon:Addon", "snapshot-controller").urn);
    expect(only(await platform({}, "prod"), SNAPSHOTS).inputs.deletionPolicy).toBe("Retain");
  });
});
