import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../components/lib/issues";
import { estimate, NoPriceData, type PricedResource } from "../../pricing/estimate";

const region = "us-east-1";
const one = (type: string, inputs: Record<string, unknown> = {}, name = "it"): PricedResource => ({
  type,
  name,
  inputs,
});
const priced = (...resources: PricedResource[]) => estimate(resources, { region, today: "2026-11-23" });

describe("estimate", () => {
  it("lists a type it does not know as unpriced, and counts nothing for it", () => {
    const cost = priced(one("aws:rds/instance:Instance", {}, "db"));
    expect(cost.unpriced).toEqual([
      { type: "aws:rds/instance:Instance", name: "db", why: "this type has no price here" },
    ]);
    expect(cost.lines).toEqual([]);
  });

  it("takes listed free types, components and cluster objects for free", () => {
    const cost = priced(
      one("aws:ec2/subnet:Subnet"),
      one("towpath:vm:DockerHost"),
      one("kubernetes:apps/v1:Deployment"),
      one("pulumi:pulumi:Stack"),
    );
    expect(cost).toMatchObject({ expectedUsd: 0, ceilingUsd: 0, lines: [], unpriced: [] });
  });

  it("refuses a region without data and says which have it", () => {
    const run = () => estimate([], { region: "eu-west-9" });
    expect(run).toThrow(NoPriceData);
    expect(run).toThrow(
      /^aws:region: there is no price data for eu-west-9.*prices refresh --region eu-west-9, estimate in one of ap-.*us-west-2/,
    );
  });

  it("takes no region from the prototype", () => {
    expect(() => estimate([], { region: "constructor" })).toThrow(NoPriceData);
  });

  it("names every bad usage figure at once", () => {
    const usage = { natDataGB: 3, s3Gb: -1 } as Record<string, number>;
    expect(() => estimate([], { region, usage })).toThrow(InvalidInput);
    expect(() => estimate([], { region, usage })).toThrow(
      "usage.natDataGB: there is no such assumption; write natDataGb\nusage.s3Gb: -1 is no amount; write a number of 0 or more",
    );
  });

  it("dates and sources every line", () => {
    const cost = priced(
      one("aws:ec2/instance:Instance", { instanceType: "t4g.small" }),
      one("aws:kms/key:Key"),
    );
    expect(cost.asOf).toBe("2026-07-20");
    const sources = Object.fromEntries(cost.lines.map(line => [line.what, line.source]));
    expect(sources["t4g.small"]).toMatch(/^aws\/karpenter.*Apache-2\.0.*2026-07-20$/);
    expect(sources["KMS key"]).toMatch(/^Infracost.*Apache-2\.0.*2025-12-01$/);
  });

  it("gives the same bytes whatever the order of the resources", () => {
    const resources = [
      one("aws:ec2/eip:Eip", {}, "b"),
      one("aws:kms/key:Key", {}, "a"),
      one("aws:x:Y", {}, "z"),
      one("aws:x:Y", {}, "c"),
    ];
    expect(JSON.stringify(priced(...resources.toReversed()))).toBe(JSON.stringify(priced(...resources)));
  });

  it("says which assumptions it used, with their numbers, and no others", () => {
    const cost = estimate([one("aws:ecr/repository:Repository")], { region, usage: { ecrGb: 4 } });
    expect(cost.assumptions).toContain("ecrGb = 4: GB stored in each ECR repository");
    expect(cost.assumptions.join()).not.toContain("natDataGb");
    expect(cost.expectedUsd).toBe(0.4);
  });

  it("adds up its lines", () => {
    const cost = priced(one("aws:kms/key:Key"), one("aws:route53/zone:Zone"), one("aws:ec2/eip:Eip"));
    expect(cost.expectedUsd).toBe(1 + 0.5 + 3.65);
  });
});
