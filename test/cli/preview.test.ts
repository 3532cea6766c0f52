import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { towpath, towpathEach } from "./towpath-process";

const STACKS = ["dev", "staging", "prod"];
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-preview-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Every file below a folder with its content, by path. */
function contents(of: string): Record<string, string> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map(path => [path.slice(of.length + 1), readFileSync(path, "utf8")]),
  );
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const digests = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, digest(text)]));

/** By URN, so that a difference is told by the resource that has it. */
function resourceDigests(json: string): Record<string, string> {
  const resources: { urn: string }[] = JSON.parse(json).resources;
  return digests(Object.fromEntries(resources.map(one => [one.urn, JSON.stringify(one)])));
}

describe("towpath preview", () => {
  it.each(STACKS)("gives the same bytes twice for %s", async stack => {
    const out = join(folder, stack);
    const args = ["preview", "--stack", stack, "--out", out, "--format", "json"];
    const first = await towpath(args);
    const written = contents(out);
    rmSync(out, { recursive: true });
    expect(first.stderr).toBe("");
    const second = await towpath(args);
    expect(resourceDigests(second.stdout)).toEqual(resourceDigests(first.stdout));
    expect(digest(second.stdout)).toBe(digest(first.stdout));
    expect(digests(contents(out))).toEqual(digests(written));
    expect(Object.keys(written).length).toBeGreaterThan(5);
  });

  it("describes every resource of the program, sorted, each below the stack", async () => {
    const { stdout, code } = await towpath(["preview", "--format", "json", "--out", join(folder, "json")]);
    expect(code).toBe(0);
    const { stack, target, resources, cost, artefacts } = JSON.parse(stdout);
    expect([stack, target]).toEqual(["dev", "docker"]);
    const urns: string[] = resources.map(({ urn }: { urn: string }) => urn);
    expect(urns).toEqual([...urns].sort());
    const orphans = resources.filter(({ parent }: { parent?: string }) => !urns.includes(parent ?? ""));
    expect(orphans.map(({ type }: { type: string }) => type)).toEqual(["pulumi:pulumi:Stack"]);
    expect(cost.expectedUsd).toBeGreaterThan(5);
    for (const { path } of artefacts) expect(existsSync(path), path).toBe(true);
  });

  it("shows no secret and writes none, on any target and in any form", async () => {
    const compose = join(folder, "compose.yaml");
    writeFileSync(join(folder, "web.env"), "SMTP_PASSWORD=canary-env-file\nPLAIN=seen\n");
    writeFileSync(join(folder, "key.txt"), "canary-file");
    writeFileSync(
      compose,
      `services:
  web:
    image: nginx:1.29
    env_file: web.env
    environment: { API_TOKEN: canary-literal, DB: "postgres://me:canary-url@db/x" }
    secrets: [key]
secrets:
  key: { file: ./key.txt }
`,
    );
    const ended = await towpathEach(
      STACKS.flatMap(stack =>
        ["text", "json", "markdown"].map(format => [
          ...["preview", "--stack", stack, "--compose", compose],
          ...["--out", join(folder, "canary", stack), "--format", format],
        ]),
      ),
    );
    expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 0));
    expect(JSON.stringify(ended)).not.toContain("canary-");
    const written = JSON.stringify(contents(join(folder, "canary")));
    expect(written).toContain("seen");
    expect(written).not.toContain("canary-");
  }, 120_000);

  it("takes settings from the command line, paths into objects included", async () => {
    const { stdout } = await towpath([
      ...["preview", "--config", "docker.host.instanceType=t4g.micro", "docker.host.rootDiskGb=33"],
      ...["--format", "json", "--out", join(folder, "config")],
    ]);
    const { resources } = JSON.parse(stdout);
    const inputs = (type: string) =>
      resources.find((one: { type: string }) => one.type === type).inputs as Record<string, unknown>;
    const { instanceType, rootBlockDevice } = inputs("aws:ec2/instance:Instance");
    expect(instanceType).toBe("t4g.micro");
    expect(rootBlockDevice).toMatchObject({ volumeSize: 33 });
  });

  it("ends with 2 when a mandatory policy is violated, and still tells everything", async () => {
    const out = ["--out", join(folder, "policy")];
    const { code, stdout } = await towpath(["preview", "--config", "budget.maxMonthlyUsd=1", ...out]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/Policies\n {2}1 mandatory\n {4}• .*budget/);
    expect(stdout).toContain("Artefacts (");
  });

  it.each([
    [
      ["--stack", "live"],
      "error --stack: there is no Pulumi.live.yaml; write it, or name dev, prod or staging",
    ],
    [["--config", "target=swarm"], "error towpath:target: "],
    [["--compose", "nowhere.yaml"], "nowhere.yaml"],
    [["--frmat", "json"], "error --frmat: unknown option; did you mean --format?"],
    [["--date", "2026-02-30"], "error --date: 2026-02-30 is no date; write YYYY-MM-DD"],
  ])("ends with 1 for %j and says why", async (args, expected) => {
    const { code, stdout, stderr } = await towpath(["preview", ...args]);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(expected);
    expect(stderr).toMatch(/\d+ problems?\n$/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
