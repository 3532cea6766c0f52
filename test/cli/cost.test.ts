import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ComparedCost, CostReport } from "../../cli/cost/cost-report";
import { towpath } from "./towpath-process";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-cost-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

async function report(...options: string[]): Promise<CostReport> {
  const { code, stdout, stderr } = await towpath(["cost", "--format", "json", ...options]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe("towpath cost", () => {
  it("divides the whole bill among components, and among services", async () => {
    const { expectedUsd, byPart, byService } = await report();
    expect(byPart.map(({ part }) => part)).toEqual(["host", "registry"]);
    expect(sum(byPart.map(one => one.expectedUsd))).toBeCloseTo(expectedUsd, 1);
    expect(sum(byService.map(one => one.expectedUsd))).toBeCloseTo(expectedUsd, 1);
    // The database alone mounts the volume of ten GB at 0.08 USD.
    expect(byService.find(({ service }) => service === "db")?.ownUsd).toBe(0.8);
    // A job is not there all month, and so stands on nothing.
    expect(byService.find(({ service }) => service === "migrate")?.sharedUsd).toBe(0);
  });

  it("names what is easily overlooked", async () => {
    const { overlooked } = await report("--stack", "prod");
    expect(overlooked.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["public IPv4 addresses", "NAT gateways and the data through them", "logs"]),
    );
  });

  it("shows what a change does to the bill", async () => {
    const earlier = await report();
    const before = file("before.json", earlier);
    const larger = ["--config", "docker.host.instanceType=t4g.medium", "--against", before];
    const { difference } = await report(...larger);
    expect(difference?.lines.map(({ what }) => what)).toEqual(["t4g.medium", "t4g.small"]);
    expect((difference?.expectedUsd.after ?? 0) - (difference?.expectedUsd.before ?? 0)).toBeCloseTo(
      12.26,
      1,
    );
    const { stdout } = await towpath(["cost", "--format", "markdown", ...larger]);
    expect(stdout).toContain(
      `**+12.26** a month against the earlier estimate of $${earlier.expectedUsd.toFixed(2)}`,
    );
  });

  it("takes the JSON of a preview as an earlier estimate too, and nothing else", async () => {
    const { stdout } = await towpath(["preview", "--format", "json", "--out", join(folder, "out")]);
    expect((await report("--against", file("preview.json", stdout))).difference?.lines).toEqual([]);
    const wrong = await towpath(["cost", "--against", file("other.json", { cost: 3 })]);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain("other.json: holds no estimate; write one with towpath cost");
  });

  it("compares targets, and says why one has no figure", async () => {
    const { stdout } = await towpath(["cost", "--format", "json", "--compare", "docker,k3s,eks,cluster"]);
    const { compared }: { compared: readonly ComparedCost[] } = JSON.parse(stdout);
    const sums = compared.map(({ expectedUsd = -1 }) => expectedUsd);
    expect(compared.map(({ target }) => target)).toEqual(["docker", "k3s", "eks", "cluster"]);
    expect(sums[0]).toBeLessThan(sums[1] ?? 0);
    expect(sums[1]).toBeLessThan(sums[2] ?? 0);
    expect(compared.map(({ warnings }) => warnings?.length)).toEqual([1, 1, 1, 0]);
    const own = ["--compare", "docker", "--config", "usage.dataOutGb=1000", "--format", "markdown"];
    expect((await towpath(["cost", ...own])).stdout).toMatch(
      new RegExp(`\\| docker \\| ${((sums[0] ?? 0) + 90).toFixed(2)} \\| .* \\| 0 \\|`),
    );
    const socket = file(
      "socket.yaml",
      "services:\n  agent:\n    image: agent:1\n    volumes: [/var/run/docker.sock:/var/run/docker.sock]\n",
    );
    const refused = await towpath(["cost", "--compare", "docker,eks", "--compose", socket]);
    expect(refused.code).toBe(0);
    expect(refused.stdout).toMatch(/docker {2,}- {2,}-/);
    expect(refused.stdout).toContain("docker.sock");
  });

  it("prices what the engine previewed", async () => {
    const step = (op: string, newState?: unknown) => ({
      op,
      ...(newState === undefined ? {} : { newState }),
    });
    const urn = "urn:pulumi:dev::towpath::aws:ec2/instance:Instance::web";
    const type = "aws:ec2/instance:Instance";
    const host = "urn:pulumi:dev::towpath::towpath:platforms:DockerHost::host";
    const root = "urn:pulumi:dev::towpath::pulumi:pulumi:Stack::towpath-dev";
    const preview = file("engine.json", {
      config: { "aws:region": "us-east-1" },
      steps: [
        step("create", {
          urn,
          type,
          parent: host,
          inputs: { instanceType: "t4g.small", rootBlockDevice: { volumeSize: 20 } },
        }),
        step("create", { urn: host, type: "towpath:platforms:DockerHost", parent: root, inputs: {} }),
        step("create", { urn: root, type: "pulumi:pulumi:Stack", inputs: {} }),
        step("delete"),
        step("same", { urn: `${urn}-2`, type: "aws:made/up:Thing", inputs: {} }),
      ],
    });
    const { lines, unpriced, byPart } = await report("--from-preview", preview);
    expect(lines.map(({ what }) => what).sort()).toEqual(["gp3 disk", "t4g.small"]);
    expect(byPart.map(({ part }) => part)).toEqual(["host"]);
    const nowhere = file("nowhere.json", { steps: [] });
    expect((await report("--from-preview", nowhere)).assumptions).toEqual([
      "the preview names no region: us-east-1",
    ]);
    expect(unpriced).toEqual([
      { type: "aws:made/up:Thing", name: "web-2", why: "this type has no price here" },
    ]);
  });

  it("takes usage from the settings and from the command line", async () => {
    const ecr = ({ lines }: CostReport) => lines.find(({ what }) => what === "ECR storage")?.quantity;
    expect(ecr(await report("--config", "usage.ecrGb=3"))).toBe(3);
    expect(ecr(await report("--config", "usage.ecrGb=3", "--usage", "ecrGb=4"))).toBe(4);
    const { code, stderr } = await towpath(["cost", "--usage", "ecrGB=4", "natDataGb=lots"]);
    expect(code).toBe(1);
    expect(stderr).toContain("--usage natDataGb=lots: not a figure; write a name and a number");
    expect((await towpath(["cost", "--usage", "ecrGB=4"])).stderr).toContain(
      "usage.ecrGB: there is no such assumption; write ecrGb",
    );
  });

  it("warns of old prices", async () => {
    expect((await report("--date", "2026-03-01")).warnings).toEqual([]);
    expect((await report("--date", "2027-06-01")).warnings).toEqual([
      "prices of us-east-1 in use are up to 547 days old (2025-12-01): a guide only; " +
        "towpath prices refresh --region us-east-1 fetches today's",
    ]);
  });

  it.each([[], ["--compare", "docker,k3s"]])("refuses a region without prices %j", async (...options) => {
    const away = ["cost", "--format", "json", "--config", "aws:region=eu-north-1", ...options];
    const { code, stdout, stderr } = await towpath(away);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /aws:region: there is no price data for eu-north-1.*prices refresh --region eu-north-1/,
    );
    expect(stderr.match(/no price data/g)).toHaveLength(1);
  });

  it("prices another region by its own figures, and lists what has none", async () => {
    const { lines, unpriced, region } = await report("--config", "aws:region=eu-central-1");
    expect(region).toBe("eu-central-1");
    expect(lines.find(({ what }) => what === "t4g.small")?.unitUsd).toBe(0.0192);
    expect(unpriced).toContainEqual({
      type: "aws:ecr/repository:Repository",
      name: "registry-web",
      why: "no figure for ECR private storage in eu-central-1",
    });
  });
});
