import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Registered } from "../../../cli/engine/registered";
import { EksPlatform } from "../../../components/platforms/eks/eks-platform";
import {
  KARPENTER,
  KARPENTER_CRDS,
  karpenterValues,
} from "../../../components/platforms/eks/karpenter/karpenter-charts";
import { unknownKeys } from "../../addons/unknown-keys";
import { only, runComponent, tree } from "../../harness/run-component";
import { fakeNetwork, fakeRegistry } from "../fake-network";
import { IDENTITY, settingsFor } from "../kubernetes-settings";

const SHARED = resolve(__dirname, "../../../../shared");
const GOLDENS = resolve(__dirname, "../../fixtures/platforms");
const here = existsSync(SHARED);
const missing = here ? "" : " (skipped: ../shared is not here)";

const POOLS = [
  { name: "floor", instanceTypes: ["m7g.large"], min: 2 },
  {
    name: "spot",
    manager: "karpenter",
    capacity: "spot",
    instanceTypes: ["m7g.large", "m7g.xlarge"],
    max: 5,
  },
  { name: "more", manager: "karpenter", instanceTypes: ["m7i.large"], image: "bottlerocket", weight: 7 },
  { name: "gpu", manager: "karpenter", instanceTypes: ["g6.xlarge"], taints: [{ key: "team", value: "ml" }] },
];

async function platform(inside = true, pools: readonly unknown[] = POOLS): Promise<readonly Registered[]> {
  const settings = settingsFor("eks", { eks: { endpoint: { cidrs: ["203.0.113.0/24"] }, pools } });
  const run = await runComponent(() => {
    const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1";
    const network = fakeNetwork({ inside });
    new EksPlatform("eks", { settings, identity: IDENTITY, network, keyArn, registry: fakeRegistry() });
  });
  return run.resources;
}

const POOL = "kubernetes:karpenter.sh/v1:NodePool";
const CLASS = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";
const RELEASE = "kubernetes:helm.sh/v3:Release";

describe("Karpenter", () => {
  let resources: readonly Registered[];
  beforeAll(async () => {
    resources = await platform();
  });

  it("is this tree", async () => {
    await expect(tree(resources.filter(({ urn }) => !urn.includes("EksPool")))).toMatchFileSnapshot(
      resolve(GOLDENS, "eks-karpenter.tree.txt"),
    );
  });

  it("is made before its pools and goes after their nodes", () => {
    const controller = only(resources, RELEASE, "controller");
    const definitions = only(resources, RELEASE, "definitions");
    expect(controller.dependencies).toContain(definitions.urn);
    expect(definitions.dependencies).toContain(
      only(resources, "aws:eks/nodeGroup:NodeGroup", "floor-group").urn,
    );
    for (const name of ["spot", "more", "gpu"]) {
      const nodeClass = only(resources, CLASS, `class-${name}`);
      const pool = only(resources, POOL, `pool-${name}`);
      expect(nodeClass.dependencies).toContain(controller.urn);
      expect(pool.dependencies).toContain(nodeClass.urn);
      expect(pool.inputs.metadata).toMatchObject({
        annotations: { "pulumi.com/deletionPropagationPolicy": "foreground" },
      });
    }
  });

  it("waits for its role, its queue and the right of its nodes to join", () => {
    const { dependencies } = only(resources, RELEASE, "controller");
    const needed = [
      only(resources, "aws:eks/accessEntry:AccessEntry"),
      only(resources, "aws:sqs/queuePolicy:QueuePolicy"),
      only(resources, "aws:cloudwatch/eventTarget:EventTarget", "spot-interruption"),
      only(resources, "aws:eks/podIdentityAssociation:PodIdentityAssociation", "karpenter-role-association"),
    ];
    for (const { urn } of needed) expect(dependencies).toContain(urn);
  });

  it("tries spot before on demand, and stops at the pool's size", () => {
    const spec = (name: string) => only(resources, POOL, `pool-${name}`).inputs.spec;
    expect(spec("spot")).toMatchObject({ weight: 60, limits: { cpu: "20" } });
    expect(spec("gpu")).toMatchObject({ weight: 40, limits: { cpu: "12" } });
    expect(spec("more")).toMatchObject({ weight: 7, limits: { cpu: "6" } });
  });

  it("asks for the pool's capacity, types, labels and taints", () => {
    const { spec } = only(resources, POOL, "pool-spot").inputs;
    expect(spec).toMatchObject({
      template: {
        metadata: { labels: { "towpath.dev/capacity": "spot", "towpath.dev/pool": "spot" } },
        spec: {
          nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "spot" },
          taints: [{ key: "towpath.dev/capacity", value: "spot", effect: "NoSchedule" }],
          requirements: [
            { key: "karpenter.sh/capacity-type", operator: "In", values: ["spot"] },
            { key: "kubernetes.io/arch", operator: "In", values: ["arm64"] },
            { key: "kubernetes.io/os", operator: "In", values: ["linux"] },
            { key: "node.kubernetes.io/instance-type", operator: "In", values: ["m7g.large", "m7g.xlarge"] },
          ],
        },
      },
    });
    expect(only(resources, POOL, "pool-gpu").inputs.spec).toMatchObject({
      template: {
        spec: {
          taints: [
            { key: "team", value: "ml", effect: "NoSchedule" },
            { key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" },
          ],
        },
      },
    });
  });

  it("starts nodes as node groups do: IMDSv2 out of reach, encrypted disks, the cluster's group", () => {
    const { spec } = only(resources, CLASS, "class-more").inputs;
    expect(spec).toMatchObject({
      amiSelectorTerms: [{ alias: "bottlerocket@latest" }],
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      subnetSelectorTerms: [{ id: "subnet-private-a" }, { id: "subnet-private-b" }],
      securityGroupSelectorTerms: [{ id: expect.stringMatching(/^sg-/) }],
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { encrypted: true, volumeType: "gp3" } },
        { deviceName: "/dev/xvdb", ebs: { encrypted: true, volumeSize: "20Gi" } },
      ],
      kubelet: { maxPods: 110 },
    });
    expect(spec).not.toHaveProperty("associatePublicIPAddress");
  });

  it("gives nodes an address of their own where there is no NAT", async () => {
    const { spec } = only(await platform(false), CLASS, "class-spot").inputs;
    expect(spec).toMatchObject({
      associatePublicIPAddress: true,
      subnetSelectorTerms: [{ id: "subnet-public-a" }, { id: "subnet-public-b" }],
    });
  });

  it("hears from EventBridge alone, and by TLS", () => {
    const { inputs } = only(resources, "aws:sqs/queue:Queue");
    expect(inputs).toMatchObject({ name: "towpath-shop-test", sqsManagedSseEnabled: true });
    const { Statement } = JSON.parse(
      String(only(resources, "aws:sqs/queuePolicy:QueuePolicy").inputs.policy),
    );
    expect(Statement).toEqual([
      expect.objectContaining({
        Principal: { Service: "events.amazonaws.com" },
        Condition: { ArnEquals: { "aws:SourceArn": expect.arrayContaining([expect.any(String)]) } },
      }),
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    ]);
  });

  it("runs twice only where a second node is always there", () => {
    const needs = { clusterName: "c", queueName: "c" };
    expect(karpenterValues({ ...needs, floor: 1 }).replicas).toBe(1);
    expect(karpenterValues({ ...needs, floor: 2 }).replicas).toBe(2);
  });

  it("is not there without a pool of its", async () => {
    const without = await platform(true, POOLS.slice(0, 1));
    expect(
      without.filter(({ type }) => [POOL, CLASS, RELEASE, "aws:sqs/queue:Queue"].includes(type)),
    ).toEqual([]);
  });
});

describe.skipIf(!here)(`Karpenter's charts and definitions${missing}`, () => {
  it.each([KARPENTER, KARPENTER_CRDS])(
    "pin the chart that is at hand: $name",
    ({ name, repository, version }) => {
      const lines = readFileSync(resolve(SHARED, "charts", name, "VERSION"), "utf8").split("\n");
      expect(lines).toContain(`version: ${version}`);
      expect(lines).toContain(`chartRepository: ${repository}`);
    },
  );

  it("know every value", () => {
    const known = parse(readFileSync(resolve(SHARED, "charts/karpenter/values.yaml"), "utf8"));
    const values = karpenterValues({ clusterName: "c", queueName: "c", floor: 2 });
    expect(unknownKeys(values, known, new Set())).toEqual([]);
  });

  it.each([
    [POOL, "karpenter.sh/nodepool_v1.json"],
    [CLASS, "karpenter.k8s.aws/ec2nodeclass_v1.json"],
  ])("take every %s", async (type, file) => {
    const path = resolve(SHARED, "schemas/crds-from-charts", file);
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
    const objects = (await platform()).filter(one => one.type === type);
    expect(objects).toHaveLength(3);
    for (const { inputs } of objects) {
      validate(inputs);
      expect(validate.errors ?? []).toEqual([]);
    }
  });
});
