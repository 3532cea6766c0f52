import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOT = resolve(__dirname, "../..");
const CACHE = "node_modules/.cache/towpath";

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "towpath-launcher-"));
  mkdirSync(join(project, "cli"));
  for (const path of ["cli/towpath.mjs", "cli/launch"]) {
    cpSync(join(ROOT, path), join(project, path), { recursive: true });
  }
  for (const name of ["package-lock.json", "tsconfig.json"]) writeFileSync(join(project, name), "{}");
  mkdirSync(join(project, "node_modules"));
  symlinkSync(join(ROOT, "node_modules/esbuild"), join(project, "node_modules/esbuild"));
  writeMain('`${word} ${args.join(" ")}`');
});
afterEach(() => rmSync(project, { recursive: true }));

function writeMain(said: string): void {
  writeFileSync(join(project, "cli/word.ts"), 'export const word: string = "hello";\n');
  writeFileSync(
    join(project, "cli/main.ts"),
    `import { word } from "./word";\nexport async function main(args: string[]) { console.log(${said}); return args.length; }\n`,
  );
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function towpath(...args: string[]): Promise<Ended> {
  return new Promise(done => {
    const options = { cwd: tmpdir(), env: { PATH: process.env.PATH } };
    execFile(
      process.execPath,
      [join(project, "cli/towpath.mjs"), ...args],
      options,
      (error, stdout, stderr) =>
        done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}
const bundles = () => readdirSync(join(project, CACHE)).filter(name => /^[0-9a-f]{16}$/.test(name));
const code = () =>
  bundles().flatMap(bundle =>
    readdirSync(join(project, CACHE, bundle)).filter(name => name.endsWith(".code")),
  );

describe("the launcher", () => {
  it("runs the command line with its arguments and ends with its code, from any folder", async () => {
    expect(await towpath("a", "b")).toEqual({ code: 2, stdout: "hello a b\n", stderr: "" });
  });

  it("bundles once", async () => {
    await towpath();
    const [bundle = ""] = bundles();
    writeFileSync(join(project, CACHE, bundle, "cli.cjs"), 'exports.main = async () => console.log("kept");');
    expect((await towpath()).stdout).toBe("kept\n");
  });

  it("bundles again when a file that it was made from has changed", async () => {
    await towpath();
    writeFileSync(join(project, "cli/word.ts"), 'export const word: string = "goodbye";\n');
    expect((await towpath()).stdout).toBe("goodbye \n");
  });

  it("bundles again when the cache is broken", async () => {
    await towpath();
    writeFileSync(join(project, CACHE, "manifest.json"), "{");
    expect((await towpath()).stdout).toBe("hello \n");
  });

  it("keeps the code of what prices a stack, for each stack, and of nothing else", async () => {
    const said = { code: 3, stdout: "hello cost --stack prod\n", stderr: "" };
    const lines = [["cost", "--stack", "prod"], ["cost"], ["check"], ["cost", "--stack", "../x"]];
    for (const line of lines) await towpath(...line);
    const suffix = `-${process.version}-${process.arch}.code`;
    expect(code()).toEqual([`cost@${suffix}`, `cost@prod${suffix}`]);
    const [bundle = ""] = bundles();
    const kept = join(project, CACHE, bundle, `cost@prod${suffix}`);
    const whole = readFileSync(kept);
    expect(await towpath("cost", "--stack", "prod")).toEqual(said);
    expect(readFileSync(kept)).toEqual(whole);
    writeFileSync(kept, whole.subarray(0, 40));
    expect(await towpath("cost", "--stack", "prod")).toEqual(said);
    expect(readFileSync(kept).length).toBe(whole.length);
  });

  it("lets several processes make the first bundle at once", async () => {
    const ended = await Promise.all(["a", "b", "cost", "cost"].map(word => towpath(word)));
    expect(ended.map(({ stdout, code }) => [stdout, code])).toEqual(
      ["a", "b", "cost", "cost"].map(word => [`hello ${word}\n`, 1]),
    );
    expect(bundles()).toHaveLength(1);
    expect(readdirSync(join(project, CACHE)).filter(name => /manifest\.json\./.test(name))).toEqual([]);
  });

  it("asks for the packages when they are not installed", async () => {
    rmSync(join(project, "node_modules"), { recursive: true });
    const { code, stderr } = await towpath();
    expect(code).toBe(1);
    expect(stderr).toBe(`towpath: its packages are not installed; run "npm ci" in ${project}\n`);
  });

  it("says in one place why it cannot be built", async () => {
    writeFileSync(join(project, "cli/word.ts"), "export const = 3;\n");
    const { code, stderr } = await towpath();
    expect(code).toBe(3);
    expect(stderr).toMatch(/cli\/word\.ts:1:13: ERROR/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
