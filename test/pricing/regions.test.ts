import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { sketchedCosts } from "../../advice/sketch/sketched-costs";
import { FIGURES, type PriceKey } from "../../pricing/figures";
import { MissingFigure } from "../../pricing/missing-figure";
import { priceBook, priceBookOf } from "../../pricing/price-book";
import { REGIONS } from "../../pricing/regions";
import { dataFileName, regionsSource } from "../../pricing/regions-source";

const folder = resolve(__dirname, "../../pricing/data");
const files = readdirSync(folder);
const day = /^20\d\d-\d\d-\d\d$/;

describe("the regions with price data", () => {
  it("are fifteen, from America, Europe and Asia", () => {
    expect(Object.keys(REGIONS)).toHaveLength(15);
    expect(Object.keys(REGIONS)).toEqual(
      expect.arrayContaining([
        "ap-northeast-1",
        "ap-southeast-1",
        "eu-central-1",
        "eu-west-1",
        "us-east-1",
        "us-west-2",
      ]),
    );
  });

  it("are those of the data folder, each with its newest file", () => {
    const source = readFileSync(resolve(folder, "../regions.ts"), "utf8");
    expect(regionsSource(files)).toBe(source);
  });

  it.each(Object.entries(REGIONS))("%s: every figure has a source, a licence and a date", (region, data) => {
    expect(files).toContain(dataFileName(region, data.asOf));
    expect(data).toMatchObject({ region, currency: "USD", hoursPerMonth: 730, asOf: data.onDemand.asOf });
    for (const group of [data.onDemand, ...data.services]) {
      expect(group.source.length).toBeGreaterThan(10);
      expect(group.licence.length).toBeGreaterThan(2);
      expect(group.asOf).toMatch(day);
    }
    for (const [key, usd] of data.services.flatMap(group => Object.entries(group.usd))) {
      expect(Object.hasOwn(FIGURES, key)).toBe(true);
      expect(usd).toBeGreaterThan(0);
    }
    for (const sizes of Object.values(data.onDemand.perHour))
      expect(sizes).toMatch(/^[\w-]+ \d+(\.\d+)?(, [\w-]+ \d+(\.\d+)?)*$/);
  });

  it.each(Object.keys(REGIONS))("%s: the machines and services of a default stack have figures", region => {
    const book = priceBook(region);
    for (const type of ["t4g.small", "t4g.large", "t3.medium", "m7g.large"])
      expect(book.onDemand(type)?.usd).toBeGreaterThan(0);
    for (const key of [
      "gp3Storage",
      "snapshot",
      "natGateway",
      "publicIpv4",
      "eksStandard",
      "s3Storage",
    ] as const)
      expect(book.price(key).usd).toBeGreaterThan(0);
    const { docker, k3s, eks } = sketchedCosts(
      { memoryGb: 1, volumesGb: [10], snapshotsKept: 7 },
      region,
    ).costs;
    expect([docker < k3s, k3s < eks]).toEqual([true, true]);
  });

  it("have no figure at all where none was found, rather than another region's", () => {
    expect(() => priceBook("eu-central-1").price("nlb")).toThrow(MissingFigure);
    expect(() => priceBook("eu-central-1").price("nlb")).toThrow("no figure for NLB in eu-central-1");
    expect(sketchedCosts({ memoryGb: 1, volumesGb: [], snapshotsKept: 7 }, "eu-central-1").unpriced).toEqual(
      expect.arrayContaining(["no figure for NLB in eu-central-1"]),
    );
    expect(sketchedCosts({ memoryGb: 1, volumesGb: [], snapshotsKept: 7 }, "us-east-1").unpriced).toEqual([]);
  });
});

describe("a price book", () => {
  const group = (asOf: string, usd: Partial<Record<PriceKey, number>>) => ({
    source: "s",
    licence: "l",
    asOf,
    usd,
  });
  const book = priceBookOf({
    region: "eu-test-1",
    currency: "USD",
    asOf: "2026-01-01",
    hoursPerMonth: 730,
    onDemand: { source: "s", licence: "l", asOf: "2026-01-01", perHour: { t3: "micro 0.01, large 0.08" } },
    services: [
      group("2025-01-01", { nlb: 1 }),
      group("2026-02-01", { nlb: 2 }),
      group("2024-01-01", { nlb: 3 }),
    ],
  });

  it("takes the newest figure, with its date", () => {
    expect(book.price("nlb")).toMatchObject({ usd: 2, asOf: "2026-02-01", source: "s (l), 2026-02-01" });
  });

  it.each(["t3.larg", "t3", "t3.", "t4.large", "constructor.name", ""])("has no figure for %j", type => {
    expect(book.onDemand(type)).toBeUndefined();
  });

  it("reads a family's sizes", () => {
    expect(book.onDemand("t3.large")).toMatchObject({ usd: 0.08, unit: "hour" });
    expect(book.spot("t3.large")).toBeUndefined();
  });
});

describe("regions.ts", () => {
  it("names the newest file of each region, and nothing else of the folder", () => {
    const source = regionsSource([
      "us-east-1.2026-07-20.json",
      "us-east-1.2026-11-28.json",
      "eu-west-1.2025-05-28.json",
      "notes.txt",
      "us-gov-west-1.2026-01-01.json",
    ]);
    expect(source.match(/data\/[^"]+/g)).toEqual([
      "data/eu-west-1.2025-05-28.json",
      "data/us-east-1.2026-11-28.json",
      "data/us-gov-west-1.2026-01-01.json",
    ]);
  });
});
