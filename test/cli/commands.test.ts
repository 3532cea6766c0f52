import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { towpath } from "./towpath-process";

const VERBS = [
  ...["preview", "check", "render", "lock", "cost", "prices", "advise", "capabilities", "leftovers"],
  ...["recover", "model", "backup", "restore", "drill", "help"],
];
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-commands-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function compose(text: string): string {
  const path = join(folder, "compose.yaml");
  writeFileSync(path, text);
  return path;
}

describe("towpath", () => {
  it("lists its commands", async () => {
    const { code, stdout } = await towpath([]);
    expect(code).toBe(0);
    expect([...stdout.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, verb]) => verb)).toEqual(VERBS);
    expect((await towpath(["--help"])).stdout).toBe(stdout);
  });

  it.each(VERBS)("explains %s", async verb => {
    const { code, stdout } = await towpath([verb, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^towpath ${verb}\\b`));
    expect(stdout.split("\n").filter(line => line.length > 100)).toEqual([]);
    if (verb !== "help") expect((await towpath(["help", verb])).stdout).toBe(stdout);
  });

  it("suggests a command", async () => {
    const { code, stderr } = await towpath(["chek", "x"]);
    expect([code, stderr]).toEqual([1, "error chek: unknown command; did you mean check?\n\n1 problem\n"]);
  });
});

describe("towpath check", () => {
  it("tells every problem with its line, and ends with 1", async () => {
    const file = compose("services:\n  web:\n    imag: nginx\n    ports: [99999]\n");
    const { code, stdout, stderr } = await towpath(["check", file]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain(`${file}:3:5\n  3 | imag: nginx\n    | ^\n`);
    expect(stdout).toContain("image");
    expect(stdout).toMatch(/\n\d problems?\n$/);
  });

  it("tells what a target makes of a key", async () => {
    const file = compose("services:\n  web:\n    image: nginx:1.29\n    privileged: true\n");
    const { code, stdout } = await towpath(["check", file, "--target", "kubernetes", "--format", "json"]);
    expect(code).toBe(0);
    const { valid, targets, findings } = JSON.parse(stdout);
    expect([valid, targets]).toEqual([true, ["kubernetes"]]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        outcome: "withheld",
        target: "kubernetes",
        path: "services.web.privileged",
        at: { file, line: 4, column: 5 },
      }),
    );
  });

  it("refuses by name, in SARIF as an error in the file", async () => {
    const file = compose("services:\n  web:\n    image: x:1\n    volumes: [/var/run/docker.sock:/d.sock]\n");
    const { code, stdout } = await towpath(["check", file, "--target=docker", "--format=sarif"]);
    expect(code).toBe(1);
    const [result] = JSON.parse(stdout).runs[0].results;
    expect(result).toMatchObject({ ruleId: "refused", level: "error" });
    expect(result.message.text).toMatch(/^services\.web\.volumes\[0\]: refused on docker: .*x-towpath/);
    expect(result.locations[0].physicalLocation.region.startLine).toBe(4);
  });

  it("never loads Pulumi", async () => {
    const guard = join(folder, "guard.cjs");
    writeFileSync(
      guard,
      "const M = require('node:module'); const load = M._load; M._load = (id, ...rest) => { if (/@pulumi/.test(id)) throw new Error('loaded ' + id); return load(id, ...rest); };",
    );
    const environment = { NODE_OPTIONS: `--require ${guard}` };
    const file = compose("services:\n  web:\n    image: nginx:1.29\n");
    for (const args of [
      ["check", file],
      ["model", file],
      ["render", "--out", folder],
      ["cost", "--help"],
    ]) {
      expect(await towpath(args, environment), args.join(" ")).toMatchObject({ code: 0, stderr: "" });
    }
    expect((await towpath(["cost"], environment)).stderr).toContain("loaded @pulumi");
  });
});

describe("towpath model", () => {
  it("prints the canonical model, with variables from where the options say", async () => {
    const file = compose(
      'name: app\nservices:\n  web:\n    image: "nginx:${TAG}"\n  debug:\n    image: busybox\n    profiles: [debug]\n',
    );
    const variables = join(folder, "some.env");
    writeFileSync(variables, "TAG=from-file\n");
    const model = async (...args: string[]) =>
      JSON.parse((await towpath(["model", file, ...args])).stdout).services;
    expect((await model("--env-file", variables)).web.image).toBe("nginx:from-file");
    expect(Object.keys(await model())).toEqual(["web"]);
    expect(Object.keys(await model("--profile", "debug")).sort()).toEqual(["debug", "web"]);
    const { stdout } = await towpath(["model", file], { TAG: "from-shell" });
    expect(JSON.parse(stdout).services.web.image).toBe("nginx:from-shell");
  });
});

describe("towpath cost", () => {
  it("prints the figures of the preview", async () => {
    const { code, stdout } = await towpath(["cost", "--format", "json"]);
    expect(code).toBe(0);
    const { expectedUsd, lines } = JSON.parse(stdout);
    const sum = lines.reduce((all: number, line: { expectedUsd: number }) => all + line.expectedUsd, 0);
    expect(expectedUsd).toBeCloseTo(sum, 1);
    expect((await towpath(["cost"])).stdout).toMatch(new RegExp(`total +${expectedUsd.toFixed(2)}`));
  });
});

describe("towpath render", () => {
  it.each([
    ["dev", "bundle/compose.yaml"],
    ["staging", "manifests/kustomization.yaml"],
  ])("writes the files of %s", async (stack, expected) => {
    const { code, stdout } = await towpath(["render", "--stack", stack, "--out", join(folder, stack)]);
    expect(code).toBe(0);
    expect(stdout).toContain(join(folder, stack, expected));
  });
});
