import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Registered } from "../../../cli/engine/registered";
import { K3sPlatform } from "../../../components/platforms/k3s/k3s-platform";
import { only, runComponent, tree } from "../../harness/run-component";
import { fakeNetwork, fakeRegistry } from "../fake-network";
import { IDENTITY, settingsFor } from "../kubernetes-settings";

const GOLDENS = resolve(__dirname, "../../fixtures/platforms");
const INSTANCE = "aws:ec2/instance:Instance";
const GROUP = "aws:autoscaling/group:Group";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const FIREWALL = "aws:ec2/securityGroup:SecurityGroup";

async function platform(more: Record<string, unknown> = {}): Promise<readonly Registered[]> {
  const settings = settingsFor("k3s", more);
  const run = await runComponent(() => {
    const network = fakeNetwork({ inside: false });
    new K3sPlatform("k3s", { settings, identity: IDENTITY, network, registry: fakeRegistry() });
  });
  return run.resources;
}

const policy = (resources: readonly Registered[], ending: string) => {
  const { inputs } = only(resources, "aws:iam/rolePolicy:RolePolicy", ending);
  const document: { Statement: { Sid: string; Action: string[]; Resource?: string[] }[] } = JSON.parse(
    String(inputs.policy),
  );
  return document.Statement;
};
const ports = (resources: readonly Registered[]) => {
  const { ingress } = only(resources, FIREWALL, "-servers").inputs;
  return (ingress as { fromPort: number; cidrBlocks: string[] }[]).map(
    ({ fromPort, cidrBlocks }) => `${fromPort} from ${cidrBlocks}`,
  );
};

describe("K3sPlatform", () => {
  let usual: readonly Registered[];
  beforeAll(async () => {
    usual = await platform();
  });

  it("is this tree", async () => {
    await expect(tree(usual)).toMatchFileSnapshot(resolve(GOLDENS, "k3s.tree.txt"));
  });

  it("starts servers with IMDSv2, an encrypted disk and an address that stays", async () => {
    const resources = usual;
    expect(only(resources, INSTANCE).inputs).toMatchObject({
      instanceType: "t4g.small",
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
      rootBlockDevice: { encrypted: true, volumeType: "gp3", volumeSize: 20 },
      disableApiTermination: false,
    });
    expect(only(resources, "aws:ec2/eipAssociation:EipAssociation").inputs.instanceId).toMatch(/^i-/);
  });

  it("has three servers in different subnets when asked, all waited for one after another", async () => {
    const resources = await platform({ k3s: { servers: 3 } });
    const servers = resources.filter(({ type }) => type === INSTANCE);
    expect(servers.map(({ name, inputs }) => [name, inputs.subnetId])).toEqual([
      ["k3s-servers-first", "subnet-public-a"],
      ["k3s-servers-second", "subnet-public-b"],
      ["k3s-servers-third", "subnet-public-a"],
    ]);
    const { inputs } = only(resources, "aws:ssm/association:Association");
    expect(inputs.maxConcurrency).toBe("1");
    expect((inputs.targets as { values: string[] }[])[0]?.values).toHaveLength(3);
  });

  it("lets in the app's callers, and the API's only from where it is said", async () => {
    expect(ports(usual)).toEqual(["80 from 0.0.0.0/0", "443 from 0.0.0.0/0"]);
    const open = await platform({ k3s: { endpoint: { cidrs: ["203.0.113.0/24"] } } });
    expect(ports(open)).toContain("6443 from 203.0.113.0/24");
  });

  it("makes a spot pool of several types that the autoscaler finds while it is empty", async () => {
    const resources = usual;
    const { inputs } = only(resources, GROUP);
    expect(inputs).toMatchObject({
      minSize: 1,
      maxSize: 3,
      capacityRebalance: true,
      mixedInstancesPolicy: {
        launchTemplate: {
          overrides: [
            { instanceType: "t4g.small" },
            { instanceType: "t4g.medium" },
            { instanceType: "t4g.large" },
          ],
        },
        instancesDistribution: {
          onDemandBaseCapacity: 0,
          onDemandPercentageAboveBaseCapacity: 0,
          spotAllocationStrategy: "price-capacity-optimized",
        },
      },
    });
    const tags = inputs.tags as { key: string; value: string }[];
    expect(tags.map(({ key, value }) => `${key}=${value}`)).toEqual(
      expect.arrayContaining([
        "k8s.io/cluster-autoscaler/enabled=true",
        "k8s.io/cluster-autoscaler/towpath-shop-test=owned",
        "k8s.io/cluster-autoscaler/node-template/label/towpath.dev/capacity=spot",
        "k8s.io/cluster-autoscaler/node-template/taint/towpath.dev/capacity=spot:PreferNoSchedule",
      ]),
    );
  });

  it("keeps the instance's role from the containers of agents", async () => {
    const { inputs } = only(usual, TEMPLATE);
    expect(inputs.metadataOptions).toMatchObject({ httpTokens: "required", httpPutResponseHopLimit: 1 });
    expect(inputs.blockDeviceMappings).toMatchObject([{ ebs: { encrypted: "true" } }]);
  });

  it("gives agents their token, the servers' version and images, and nothing else", async () => {
    const statements = policy(usual, "-agent-node");
    expect(statements.map(({ Sid }) => Sid)).toEqual(["OwnParameters", "NoOtherParameters", "Pull"]);
    expect(statements[0]?.Resource).toEqual([
      expect.stringMatching(/\/k3s\/agent-token$/),
      expect.stringMatching(/\/k3s\/version$/),
    ]);
  });

  it("gives servers no wildcard action", async () => {
    const statements = policy(usual, "-server-node");
    for (const { Action } of statements) for (const action of Action) expect(action).not.toContain("*");
    expect(statements.map(({ Sid }) => Sid)).toContain("ScaleOwnGroups");
  });

  it("keeps tokens and kubeconfig in encrypted parameters, and as secrets in the state", async () => {
    const resources = usual;
    const parameters = resources.filter(({ type }) => type === "aws:ssm/parameter:Parameter");
    expect(parameters.map(({ inputs }) => `${inputs.name} ${inputs.type} ${inputs.value}`)).toEqual([
      "/towpath/shop/test/k3s/agent-token SecureString [secret]",
      "/towpath/shop/test/k3s/kubeconfig SecureString [secret]",
      "/towpath/shop/test/k3s/token SecureString [secret]",
      "/towpath/shop/test/k3s/version SecureString [secret]",
    ]);
    expect(only(resources, "pulumi:providers:kubernetes").inputs.kubeconfig).toBe("[secret]");
  });

  it("makes a new association for a new version, since only a new one is waited for", async () => {
    const before = only(usual, "aws:ssm/association:Association");
    const after = only(
      await platform({ k3s: { version: "v1.37.1+k3s1" } }),
      "aws:ssm/association:Association",
    );
    expect(before.name).not.toBe(after.name);
    expect(after.inputs.parameters).toEqual({ version: "v1.37.1+k3s1", arm64: "none", amd64: "none" });
  });

  it("does not empty the snapshots of prod", async () => {
    const bucket = async (environment: string) =>
      only(await platform({ environment }), "aws:s3/bucket:Bucket").inputs.forceDestroy;
    expect([await bucket("staging"), await bucket("prod")]).toEqual([true, false]);
  });
});
