import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLIENT } from "../../../cli/prices/price-list";
import { priceBookOf } from "../../../pricing/price-book";
import type { PriceData } from "../../../pricing/price-data";
import { ROOT, towpathIn } from "../towpath-process";
import { fakePriceList } from "./fake-price-list";
import { OFFERS } from "./offers";

const today = new Date().toISOString().slice(0, 10);
let folder = "";
let list: Awaited<ReturnType<typeof fakePriceList>>;

beforeAll(async () => {
  list = await fakePriceList(OFFERS);
});
afterAll(() => list.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-prices-"));
  cpSync(resolve(ROOT, "pricing"), join(folder, "pricing"), { recursive: true });
  list.seen.length = 0;
  return () => rmSync(folder, { recursive: true });
});

const refresh = (...options: string[]) =>
  towpathIn(folder, ["prices", "refresh", ...options], {
    AWS_ENDPOINT_URL_PRICING: list.url,
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "example",
    NODE_NO_WARNINGS: "1",
  });

const written = (region: string): string =>
  readFileSync(join(folder, `pricing/data/${region}.${today}.json`), "utf8");
const bookOf = (region: string) => priceBookOf(JSON.parse(written(region)) as PriceData);

describe("towpath prices refresh", () => {
  it("writes a region's prices of today, page after page, and has them used", async () => {
    const { code, stdout, stderr } = await refresh("--region", "eu-north-1");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`eu-north-1: 4 instance types and 31 other figures of ${today}`);
    const book = bookOf("eu-north-1");
    expect(book.onDemand("t4g.small")).toMatchObject({ usd: 0.0172, asOf: today });
    expect(book.onDemand("m7g.metal")?.usd).toBe(1.3872);
    const figures = {
      gp3Throughput: 0.0418,
      natGateway: 0.046,
      alb: 0.02394,
      nlb: 0.0239,
      eksStandard: 0.1,
      eksExtended: 0.6,
      endpointData: 0.01,
      s3Put: 0.005,
      s3Get: 0.0004,
      sqsRequests: 0.4,
      kmsKey: 1,
      hostedZone: 0.5,
      dataOut: 0.09,
      dataOutNext40Tb: 0.085,
      dataOutNext100Tb: 0.07,
      customMetric: 0.3,
      publicIpv4: 0.005,
    } as const;
    for (const [key, usd] of Object.entries(figures))
      expect([key, book.price(key as keyof typeof figures).usd]).toEqual([key, usd]);
    const regions = readFileSync(join(folder, "pricing/regions.ts"), "utf8");
    expect(regions).toContain(`import euNorth1 from "./data/eu-north-1.${today}.json";`);
    expect(regions).toContain('"eu-north-1": euNorth1,');
    expect(list.seen.filter(one => one.endsWith("AmazonEC2 0")).length).toBe(4);
    expect(list.seen).toContain("AWSPriceListService.GetProducts AmazonEC2 2");
  });

  it("names what AWS did not say clearly, and makes up nothing", async () => {
    const { stdout } = await refresh("--region", "eu-north-1");
    const said = stdout.replace(/\s+/g, " ");
    expect(said).toContain("c9x.large: 2 prices; left out");
    expect(said).toContain("ECR private storage: 2 prices of TimedStorage-ByteHrs: 0.1, 0.12; no figure");
    expect(said).toContain("Secrets Manager secret: no price of AWSSecretsManager-Secrets; no figure");
    expect(said).toContain(
      "Cross-AZ data, each way: DataTransfer-Regional-Bytes is priced by Terabytes; no figure",
    );
    const book = bookOf("eu-north-1");
    expect(book.onDemand("c9x.large")).toBeUndefined();
    for (const key of ["ecrStorage", "secret", "crossZoneData"] as const)
      expect(() => book.price(key)).toThrow("no figure");
  });

  it("gives the same bytes again", async () => {
    await refresh("--region", "eu-north-1");
    const first = written("eu-north-1");
    await refresh("--region", "eu-north-1");
    expect(written("eu-north-1")).toBe(first);
  });

  it("says when AWS has no such region, and writes nothing", async () => {
    const before = readdirSync(join(folder, "pricing/data"));
    const { code, stderr } = await refresh("--region", "xx-nowhere-1");
    expect(code).toBe(1);
    expect(stderr).toContain("AWS has no prices of instances there; check the region's code");
    expect(readdirSync(join(folder, "pricing/data"))).toEqual(before);
  });

  it.each([
    [["--region", "Ireland"], "--region Ireland: not the code of a region; write one such as eu-west-1"],
    [["--regoin", "eu-west-1"], "--regoin"],
  ])("refuses %j", async (options, message) => {
    const { code, stderr } = await refresh(...options);
    expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
  });

  it("says what AWS refused", async () => {
    const keyless = await towpathIn(folder, ["prices", "refresh", "--region", "eu-north-1"], {
      AWS_ENDPOINT_URL_PRICING: list.url,
      AWS_EC2_METADATA_DISABLED: "true",
      HOME: folder,
      NODE_NO_WARNINGS: "1",
    });
    expect(keyless.code).toBe(1);
    expect(keyless.stderr).toMatch(/AWS Price List: CredentialsProviderError.*may pricing:GetProducts/);
  });

  it("works in towpath's own folder only", async () => {
    rmSync(join(folder, "pricing"), { recursive: true });
    const { code, stderr } = await refresh();
    expect([code, stderr]).toEqual([1, expect.stringContaining("run it in towpath's own folder")]);
  });
});

describe("the client of the price list", () => {
  it("is named with the version that is tested", () => {
    const manifest = JSON.parse(readFileSync(resolve(ROOT, "package.json"), "utf8"));
    const version = manifest.devDependencies["@aws-sdk/client-pricing"];
    expect(CLIENT).toBe(`@aws-sdk/client-pricing@${version}`);
    expect(manifest.peerDependencies).toEqual({ "@aws-sdk/client-pricing": version });
    expect(manifest.peerDependenciesMeta["@aws-sdk/client-pricing"].optional).toBe(true);
  });
});
