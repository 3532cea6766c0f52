import { describe, expect, it } from "vitest";
import { estimate, type PricedResource } from "../../../pricing/estimate";

const make = (type: string, inputs: Record<string, unknown>, name = "it", urn = name): PricedResource => ({
  type,
  name,
  inputs,
  urn,
});
const cost = (...resources: PricedResource[]) => estimate(resources, { region: "us-east-1" });
const usd = (of: ReturnType<typeof cost>, what: string) =>
  of.lines.filter(line => line.what === what).map(line => [line.expectedUsd, line.ceilingUsd]);

const instance = (inputs: Record<string, unknown>, name?: string) =>
  make("aws:ec2/instance:Instance", { instanceType: "t3.medium", ...inputs }, name);
const eip = make("aws:ec2/eip:Eip", {}, "address");

describe("an instance", () => {
  it("costs its type by the hour and its image's 8 GB disk", () => {
    const of = cost(instance({}));
    expect(usd(of, "t3.medium")).toEqual([[30.368, 30.368]]);
    expect(usd(of, "gp3 disk")).toEqual([[0.64, 0.64]]);
    expect(usd(of, "public IPv4")).toEqual([]);
  });

  it("costs every disk, IOPS over 3000 and throughput over 125", () => {
    const disk = { volumeSize: 100, volumeType: "gp3", iops: 4000, throughput: 225 };
    const of = cost(instance({ rootBlockDevice: disk, ebsBlockDevices: [{ volumeSize: 10 }] }));
    expect(usd(of, "gp3 disk")).toEqual([
      [8, 8],
      [0.8, 0.8],
    ]);
    expect(usd(of, "gp3 IOPS")).toEqual([[5, 5]]);
    expect(usd(of, "gp3 throughput")).toEqual([[4, 4]]);
  });

  it("costs its public address once, also with an Elastic IP attached", () => {
    const open = instance({ associatePublicIpAddress: true });
    const attachment = make("aws:ec2/eipAssociation:EipAssociation", { instanceId: "[unknown]" });
    expect(usd(cost(open), "public IPv4")).toEqual([[3.65, 3.65]]);
    expect(usd(cost(open, eip, attachment), "public IPv4")).toEqual([[3.65, 3.65]]);
    expect(usd(cost(open, eip), "public IPv4")).toHaveLength(2);
  });

  it("costs a figured spot price, else 35 % of on demand, and on demand at most", () => {
    const spot = { instanceMarketOptions: { marketType: "spot" } };
    expect(usd(cost(instance(spot)), "t3.medium spot")).toEqual([[13.359, 30.368]]);
    const unlisted = cost(instance({ ...spot, instanceType: "m7g.large" }));
    expect(usd(unlisted, "m7g.large spot")).toEqual([[20.8488, 59.568]]);
    expect(unlisted.assumptions.join()).toContain("spotPercent = 35");
  });

  it("is unpriced when its type has no figure or is not known", () => {
    expect(cost(instance({ instanceType: "t9.huge" })).unpriced[0]?.why).toBe(
      "no figure for instance type t9.huge",
    );
    expect(cost(instance({ instanceType: "[unknown]" })).unpriced).toHaveLength(1);
  });

  it("costs detailed monitoring as seven metrics", () => {
    expect(usd(cost(instance({ monitoring: true })), "detailed monitoring")).toEqual([[2.1, 2.1]]);
  });
});

describe("a volume", () => {
  const volume = (inputs: Record<string, unknown>) => make("aws:ebs/volume:Volume", inputs);
  it("costs its size", () => {
    expect(cost(volume({ size: 50, type: "gp3" })).expectedUsd).toBe(4);
  });
  it.each([{ size: 50 }, { size: 50, type: "io2" }, { size: "[unknown]", type: "gp3" }])(
    "of %j is unpriced, not free",
    inputs => {
      expect(cost(volume(inputs)).unpriced).toHaveLength(1);
    },
  );
});

describe("an Auto Scaling group", () => {
  const template = (name: string, inputs: Record<string, unknown> = {}) =>
    make("aws:ec2/launchTemplate:LaunchTemplate", { instanceType: "t3.medium", ...inputs }, name);
  const group = (inputs: Record<string, unknown>, name = "pool-group") =>
    make("aws:autoscaling/group:Group", { minSize: 1, maxSize: 3, ...inputs }, name);

  it("expects its minimum and allows for its maximum, with each machine's disk and address", () => {
    const of = cost(
      group({}),
      template("pool-template", {
        blockDeviceMappings: [{ ebs: { volumeSize: 20, volumeType: "gp3" } }],
        networkInterfaces: [{ associatePublicIpAddress: "true" }],
      }),
    );
    expect(usd(of, "t3.medium")).toEqual([[30.368, 91.104]]);
    expect(usd(of, "gp3 disk")).toEqual([[1.6, 4.8]]);
    expect(usd(of, "public IPv4")).toEqual([[3.65, 10.95]]);
  });

  it("buys spot above its base, and at most the dearest type on demand", () => {
    const mixed = {
      mixedInstancesPolicy: {
        instancesDistribution: { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0 },
        launchTemplate: { overrides: [{ instanceType: "t3.small" }, { instanceType: "t3.large" }] },
      },
    };
    const of = cost(group({ ...mixed, desiredCapacity: 2 }), template("pool-template"));
    expect(usd(of, "t3.small")).toEqual([[15.184, 60.736]]);
    expect(usd(of, "t3.small spot")).toEqual([[6.5554, 121.472]]);
  });

  it("takes the template that it depends on, else the one that is named like it", () => {
    const templates = [template("a-template", { instanceType: "t3.small" }), template("b-template")];
    expect(usd(cost(group({}, "b-group"), ...templates), "t3.medium")).toHaveLength(1);
    const linked = { ...group({}, "b-group"), dependencies: ["a-template"] };
    expect(usd(cost(linked, ...templates), "t3.small")).toHaveLength(1);
  });

  it("is unpriced without a template or with unknown sizes", () => {
    expect(cost(group({})).unpriced).toHaveLength(1);
    expect(cost(group({ maxSize: "[unknown]" }), template("t")).unpriced).toHaveLength(1);
  });
});

describe("a node group", () => {
  const nodes = (inputs: Record<string, unknown> = {}) =>
    make("aws:eks/nodeGroup:NodeGroup", {
      instanceTypes: ["m7g.large", "r7g.large"],
      scalingConfig: { minSize: 0, desiredSize: 1, maxSize: 2 },
      ...inputs,
    });
  const publicSubnet = make("aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true });

  it("expects the first type and allows for the dearest, with 20 GB each", () => {
    expect(usd(cost(nodes()), "m7g.large")).toEqual([[59.568, 156.366]]);
    expect(usd(cost(nodes()), "gp3 disk")).toEqual([[1.6, 3.2]]);
  });

  it("costs nothing at rest when it may shrink to none, and its ceiling on demand", () => {
    const idle = cost(nodes({ capacityType: "SPOT", scalingConfig: { minSize: 0, maxSize: 1 } }));
    expect(idle.expectedUsd).toBe(0);
    expect(usd(idle, "m7g.large spot")).toEqual([[0, 78.183]]);
  });

  it("has public addresses in a stack of public subnets without a NAT gateway", () => {
    expect(usd(cost(nodes(), publicSubnet), "public IPv4")).toEqual([[3.65, 7.3]]);
    const nat = make("aws:ec2/natGateway:NatGateway", {});
    expect(usd(cost(nodes(), publicSubnet, nat), "public IPv4")).toEqual([]);
  });

  it("takes disks from its launch template", () => {
    const template = make("aws:ec2/launchTemplate:LaunchTemplate", {
      blockDeviceMappings: [{ ebs: { volumeSize: 50 } }],
    });
    expect(usd(cost(nodes({ launchTemplate: { id: "[unknown]" } }), template), "gp3 disk")).toEqual([[4, 8]]);
  });
});

describe("snapshots", () => {
  it("are a full copy and a change for every further one, of the volumes that carry the tag", () => {
    const tags = { backup: "daily" };
    const policy = make("aws:dlm/lifecyclePolicy:LifecyclePolicy", {
      policyDetails: { targetTags: tags, schedules: [{ retainRule: { count: 6 } }] },
    });
    const kept = make("aws:ebs/volume:Volume", { size: 100, type: "gp3", tags: { ...tags, name: "x" } });
    const other = make("aws:ebs/volume:Volume", { size: 1000, type: "gp3" }, "other");
    expect(usd(cost(policy, kept, other), "6 snapshots of 100 GB")).toEqual([[2, 2]]);
  });
});
