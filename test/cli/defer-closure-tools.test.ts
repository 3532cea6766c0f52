import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deferClosureTools } from "../../cli/engine/defer-closure-tools";
import { towpath } from "./towpath-process";

const load = createRequire(__filename);
const compiler = load.resolve("typescript");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-defer-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("deferClosureTools", () => {
  it("keeps the compiler out of a preview", async () => {
    const guard = join(folder, "guard.cjs");
    writeFileSync(
      guard,
      "const { extensions } = { extensions: require('node:module')._extensions }; const js = extensions['.js'];" +
        "extensions['.js'] = (m, file) => { if (/typescript\\.js$|arborist/.test(file)) throw new Error('loaded ' + file); return js(m, file); };",
    );
    const args = ["preview", "--out", join(folder, "out")];
    const { code, stderr } = await towpath(args, { NODE_OPTIONS: `--require ${guard}` });
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("has the real module loaded once a member of it is used", () => {
    delete load.cache[compiler];
    deferClosureTools();
    const typescript = load("typescript");
    expect(load.cache[compiler]?.filename).not.toBe(compiler);
    expect(typescript.transpile("let a: number = 1")).toContain("let a = 1");
    expect(load.cache[compiler]?.filename).toBe(compiler);
  });

  it("leaves alone what is loaded already", () => {
    const typescript = load("typescript");
    deferClosureTools();
    expect(load("typescript")).toBe(typescript);
  });
});
