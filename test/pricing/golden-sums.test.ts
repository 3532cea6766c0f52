import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import usEast1 from "../../pricing/data/us-east-1.json";
import { estimate, type PricedResource } from "../../pricing/estimate";

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
    const flatten = (table: Record<string, Record<string, number>>) =>
      Object.fromEntries(
        Object.entries(table).flatMap(([family, sizes]) =>
          Object.entries(sizes).map(([size, usd]) => [`${family}.${size}`, usd]),
        ),
      );
    expect(flatten(usEast1.onDemand.perHour)).toEqual(facts().ec2LinuxOnDemandPerHour.items);
    expect(flatten(usEast1.spot.perHour)).toEqual(facts().spotPerHourExamples.items);
    const figures = (list: readonly { unit: string; usd: number }[]) =>
      list.map(({ unit, usd }) => ({ unit, usd }));
    expect(figures(Object.values(usEast1.services.prices))).toEqual(figures(facts().other.items));
  });
});
