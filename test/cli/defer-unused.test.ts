import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deferUnused } from "../../cli/engine/defer-unused";
import { towpath } from "./towpath-process";

const load = createRequire(__filename);
const compiler = load.resolve("typescript");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-defer-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("deferUnused", () => {
  it("keeps out of a preview what it does not need", async () => {
    const guard = join(folder, "guard.cjs");
    // A stand-in has no file name; the module itself has.
    writeFileSync(
      guard,
      "process.on('exit', () => { for (const [file, { filename }] of Object.entries(require.cache)) " +
        "if (filename === file && /typescript\\.js$|arborist|grpc-js|automation|aws\\/rds\\/index/.test(file)) console.error('loaded', file); });",
    );
    const args = ["preview", "--out", join(folder, "out")];
    const { code, stderr } = await towpath(args, { NODE_OPTIONS: `--require ${guard}` });
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("has the real module loaded once a member of it is used", () => {
    delete load.cache[compiler];
    deferUnused();
    const typescript = load("typescript");
    expect(load.cache[compiler]?.filename).not.toBe(compiler);
    expect(typescript.transpile("let a: number = 1")).toContain("let a = 1");
    expect(load.cache[compiler]?.filename).toBe(compiler);
  });

  it("shows the members of the real module, and takes a module without a default for its own", () => {
    const cases = [
      { path: load.resolve("@pulumi/aws/sqs/index.js"), member: "Queue" },
      { path: load.resolve("@pulumi/kubernetes/batch/index.js"), member: "v1" },
    ];
    for (const { path } of cases) delete load.cache[path];
    deferUnused();
    for (const { path, member } of cases) {
      const standIn: object = load(path);
      expect(load.cache[path]?.filename).not.toBe(path);
      expect([member in standIn, Object.keys(standIn).includes(member)]).toEqual([true, true]);
      expect(Reflect.get(standIn, member)).toBe(Reflect.get(load(path), member));
      expect(Reflect.get(standIn, "default")).toBe(load(path));
      expect({ ...standIn }).toHaveProperty(member);
    }
  });

  it("leaves alone what is loaded already", () => {
    const typescript = load("typescript");
    deferUnused();
    expect(load("typescript")).toBe(typescript);
  });
});
