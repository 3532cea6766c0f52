import { describe, expect, it } from "vitest";
import { figureOf } from "../../../cli/prices/figure-of";
import type { Product } from "../../../cli/prices/product";
import { readProduct } from "../../../cli/prices/product";
import { refreshRegion } from "../../../cli/prices/refresh-region";
import { priceBookOf } from "../../../pricing/price-book";
import type { PriceData } from "../../../pricing/price-data";

const LINUX = { capacitystatus: "Used", operatingSystem: "Linux", preInstalledSw: "NA", tenancy: "Shared" };
const machine: Product = {
  attributes: { ...LINUX, instanceType: "t4g.small", usagetype: "EUC1-BoxUsage:t4g.small" },
  tiers: [{ from: 0, unit: "Hrs", usd: 0.02 }],
};
const before: PriceData = {
  region: "eu-central-1",
  currency: "USD",
  asOf: "2025-05-28",
  hoursPerMonth: 730,
  onDemand: { source: "a", licence: "b", asOf: "2025-05-28", perHour: { t3: "micro 0.012" } },
  spot: { source: "spot", licence: "b", asOf: "2026-01-01", perHour: { t3: "micro 0.004" } },
  services: [
    { source: "old", licence: "MIT", asOf: "2024-01-01", usd: { kmsKey: 9, nlb: 8 } },
    { source: "newer", licence: "MIT", asOf: "2025-01-01", usd: { kmsKey: 1 } },
  ],
};

describe("a refresh of a region", () => {
  const refreshed = () =>
    refreshRegion(
      { region: "eu-central-1", today: "2026-11-28", before, progress: () => {} },
      async (service, filters) =>
        filters.operatingSystem === "Linux" && service === "AmazonEC2" ? [machine] : [],
    );

  it("keeps the newest earlier figure where AWS says none, with its source and date", async () => {
    const { data, problems, figures } = (await refreshed()) ?? expect.fail("no answer");
    const book = priceBookOf(data);
    expect(figures).toBe(0);
    expect(book.onDemand("t4g.small")).toMatchObject({ usd: 0.02, asOf: "2026-11-28" });
    expect(book.onDemand("t3.micro")).toBeUndefined();
    expect(book.spot("t3.micro")?.usd).toBe(0.004);
    expect(book.price("kmsKey")).toMatchObject({ usd: 1, source: "newer (MIT), 2025-01-01" });
    expect(book.price("nlb")).toMatchObject({ usd: 8, source: "old (MIT), 2024-01-01" });
    expect(problems).toContain("NLB: no price of LoadBalancerUsage; the figure of 2024-01-01 stays, 8 USD");
    expect(problems).toContain("ALB: no price of LoadBalancerUsage; no figure");
  });
});

describe("a product of the list", () => {
  const entry = (USD: unknown) =>
    JSON.stringify({
      product: { attributes: { usagetype: "X" } },
      terms: { OnDemand: { a: { priceDimensions: { b: { unit: "Hrs", pricePerUnit: { USD } } } } } },
    });

  it.each(["", "{}", "null", entry(0.1), entry("-1"), entry("1e3"), entry(undefined)])("is not %j", text => {
    expect(readProduct(text)).toBeUndefined();
  });

  it("has its tiers from the smallest on", () => {
    expect(readProduct(entry("0.10"))?.tiers).toEqual([{ from: 0, unit: "Hrs", usd: 0.1 }]);
  });
});

describe("a figure", () => {
  const of = (usagetype: string): Product => ({
    attributes: { usagetype },
    tiers: [{ from: 0, unit: "Hrs", usd: 0.05 }],
  });
  const nat = { usage: "NatGateway-Hours", units: { Hrs: 1 } };

  it.each([
    "NatGateway-Hours",
    "EUC1-NatGateway-Hours",
    "EU-NatGateway-Hours",
    "eu-central-1-NatGateway-Hours",
  ])("is read from %s", usage => {
    expect(figureOf(nat, [of(usage)], "eu-central-1")).toEqual({ usd: 0.05 });
  });

  it.each([
    "EUC1-RegionalNatGateway-Hours",
    "TS-NatGateway-Hours",
    "EUC1-NatGateway-Hours-X",
    "us-east-1-NatGateway-Hours",
  ])("is not read from %s", usage => {
    expect(figureOf(nat, [of(usage)], "eu-central-1")).toEqual({ problem: "no price of NatGateway-Hours" });
  });

  it("may be named by products that agree", () => {
    const twice = [of("NatGateway-Hours"), of("EUC1-NatGateway-Hours")];
    expect(figureOf(nat, twice, "eu-central-1")).toEqual({ usd: 0.05 });
  });
});
