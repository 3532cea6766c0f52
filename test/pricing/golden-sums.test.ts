import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { estimate, type PricedResource } from "../../pricing/estimate";
import { FIGURES, type PriceKey } from "../../pricing/figures";
import { priceBook } from "../../pricing/price-book";

const FACTS = resolve(__dirname, "../../../shared/facts/aws-prices-us-east-1.json");
const here = existsSync(FACTS);
const missing = here ? "" : " (skipped: ../shared/facts is not here)";

interface Facts {
  readonly ec2LinuxOnDemandPerHour: { readonly items: Record<string, number> };
  readonly spotPerHourExamples: { readonly items: Record<string, number> };
  readonly other: {
    readonly items: { readonly what: string; readonly unit: string; readonly usd: number }[];
  };
  readonly goldenSums: { readonly what: string; readonly usdPerMonth: number }[];
}
const facts = (): Facts => JSON.parse(readFileSync(FACTS, "utf8")) as Facts;

const one = (type: string, inputs: Record<string, unknown> = {}): PricedResource => ({
  type,
  name: type,
  inputs,
});

const vm = [
  one("aws:ec2/instance:Instance", {
    instanceType: "t3.medium",
    associatePublicIpAddress: true,
    rootBlockDevice: { volumeSize: 30, volumeType: "gp3" },
  }),
  one("aws:route53/zone:Zone"),
  one("aws:ecr/repository:Repository"),
  one("aws:s3/bucket:Bucket"),
];

const eks = (version: string) => [
  one("eks:index:Cluster", {
    version,
    skipDefaultNodeGroup: true,
    enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
  }),
  one("aws:eks/nodeGroup:NodeGroup", {
    instanceTypes: ["m7g.large"],
    scalingConfig: { desiredSize: 2, minSize: 2, maxSize: 4 },
    diskSize: 20,
  }),
  one("aws:ebs/volume:Volume", { size: 20, type: "gp3" }),
  one("aws:ec2/natGateway:NatGateway"),
  one("aws:ec2/eip:Eip"),
  one("aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "network", subnets: ["a", "b"] }),
  one("aws:kms/key:Key"),
];

const cases = [
  { resources: vm, usage: { ecrGb: 5, s3Gb: 10 } },
  { resources: eks("1.35"), usage: { controlPlaneLogsGb: 1, natDataGb: 0, loadBalancerUnits: 0 } },
  { resources: eks("1.32"), usage: { controlPlaneLogsGb: 1, natDataGb: 0, loadBalancerUnits: 0 } },
];

describe.skipIf(!here)(`the sums worked out by hand${missing}`, () => {
  it.each([0, 1, 2])("sum %i is met within 1 %%", index => {
    const expected = facts().goldenSums[index]?.usdPerMonth ?? Number.NaN;
    const { resources = [], usage = {} } = cases[index] ?? {};
    const cost = estimate(resources, { region: "us-east-1", usage, today: "2026-11-23" });
    expect(Math.abs(cost.expectedUsd / expected - 1)).toBeLessThan(0.01);
    expect(cost.unpriced).toEqual([]);
  });

  it("the data file holds every figure of the facts", () => {
    const { onDemand, spot, price } = priceBook("us-east-1");
    const { ec2LinuxOnDemandPerHour, spotPerHourExamples, other } = facts();
    for (const [type, usd] of Object.entries(ec2LinuxOnDemandPerHour.items))
      expect([type, onDemand(type)?.usd]).toEqual([type, usd]);
    for (const [type, usd] of Object.entries(spotPerHourExamples.items))
      expect([type, spot(type)?.usd]).toEqual([type, usd]);
    const keys = Object.keys(FIGURES) as PriceKey[];
    for (const [at, { unit, usd }] of other.items.entries()) {
      const key = keys[at] ?? "alb";
      expect([key, price(key).unit, price(key).usd]).toEqual([key, unit, usd]);
    }
  });
});

/** Worked out by hand from the pages of AWS' prices: quantity times price, item by item. */
describe("the smallest stacks of other regions", () => {
  it("a VM in Frankfurt", () => {
    const machine = 730 * 0.0192;
    const disks = 30 * 0.0952;
    const address = 730 * 0.005;
    const [zone, objects] = [0.5, 10 * 0.0245];
    const resources = [
      one("aws:ec2/instance:Instance", {
        instanceType: "t4g.small",
        associatePublicIpAddress: true,
        rootBlockDevice: { volumeSize: 20, volumeType: "gp3" },
      }),
      one("aws:ebs/volume:Volume", { size: 10, type: "gp3" }),
      one("aws:route53/zone:Zone"),
      one("aws:s3/bucket:Bucket"),
    ];
    const cost = estimate(resources, { region: "eu-central-1", usage: { s3Gb: 10 } });
    expect(machine + disks + address + zone + objects).toBeCloseTo(21.267, 3);
    expect(cost.expectedUsd).toBeCloseTo(21.27, 2);
    expect(cost.unpriced).toEqual([]);
  });

  it("EKS in Tokyo", () => {
    const clusterAndNodes = 730 * 0.1 + 2 * 730 * 0.1054 + 3 * 20 * 0.096;
    const network = 730 * 0.062 + 730 * 0.0243 + 3 * 730 * 0.005;
    const rest = 1 + 5 * 0.76;
    const usage = { controlPlaneLogsGb: 1, natDataGb: 0, loadBalancerUnits: 0 };
    const cost = estimate(eks("1.35"), { region: "ap-northeast-1", usage, today: "2026-11-23" });
    expect(clusterAndNodes + network + rest).toBeCloseTo(311.393, 3);
    expect(cost.expectedUsd).toBeCloseTo(311.39, 2);
    expect(cost.unpriced).toEqual([]);
  });
});

describe("old prices", () => {
  const volume = [one("aws:ebs/volume:Volume", { size: 10, type: "gp3" })];
  const machine = [one("aws:ec2/instance:Instance", { instanceType: "t4g.small" })];
  const warnings = (resources: PricedResource[], today: string) =>
    estimate(resources, { region: "eu-central-1", today }).warnings;

  it("are said to be past 180 days, by the oldest figure that is in use", () => {
    // Disks have a figure of 2026-09-03, machines one of 2025-05-28.
    expect(warnings(volume, "2027-03-02")).toEqual([]);
    expect(warnings(volume, "2027-03-03")).toEqual([
      "prices of eu-central-1 in use are up to 181 days old (2026-09-03): a guide only; " +
        "towpath prices refresh --region eu-central-1 fetches today's",
    ]);
    expect(warnings(machine, "2025-11-24")).toEqual([]);
    expect(warnings(machine, "2025-11-25")[0]).toMatch(/181 days old \(2025-05-28\)/);
  });

  it("of nothing that is used are not spoken of", () => {
    expect(warnings([one("aws:iam/role:Role")], "2036-01-01")).toEqual([]);
  });
});
