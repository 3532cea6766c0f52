import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nodeLoader } from "../../cli/engine/module-pack/loader";
import { withModulePack } from "../../cli/engine/module-pack/with-module-pack";
import { towpath } from "./towpath-process";

const here = createRequire(__filename);
let folder = "";
let pack = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-pack-"));
  pack = join(folder, "sdk.pack");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file of the package `sdk`. */
function write(name: string, text: string): string {
  const path = join(folder, "node_modules/sdk", name);
  mkdirSync(join(folder, "node_modules/sdk"), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Loads the package afresh, and tells which of its files Node itself read. */
async function load(made = "this") {
  for (const path of Object.keys(here.cache)) if (path.startsWith(folder)) delete here.cache[path];
  const loader = nodeLoader() ?? expect.fail("no loader");
  const { ".js": read } = loader._extensions;
  const files: string[] = [];
  loader._extensions[".js"] = (module, file) => {
    files.push(file.slice(join(folder, "node_modules/sdk/").length));
    read(module, file);
  };
  try {
    const entry = join(folder, "node_modules/app.js");
    const value: unknown = await withModulePack(pack, made, async () => createRequire(entry)("sdk"));
    return { value, files };
  } finally {
    loader._extensions[".js"] = read;
  }
}

describe("a pack of modules", () => {
  it("spares Node the files that an earlier run read", async () => {
    write("index.js", "module.exports = { a: require('./a'), sum: (x, y) => x + y }");
    write("a.js", "exports.name = 'a'");
    const first = await load();
    expect(first.files).toEqual(["index.js", "a.js"]);
    for (const _ of ["cold", "warm"]) {
      const { value, files } = await load();
      expect(files).toEqual([]);
      expect(value).toMatchObject({ a: { name: "a" } });
      expect(Reflect.get(Object(value), "sum")(2, 3)).toBe(5);
    }
    expect(readdirSync(folder).sort()).toEqual(["node_modules", "sdk.pack"]);
  });

  it("gives a module what Node gives it", async () => {
    const text =
      "exports.seen = { file: __filename, folder: __dirname, own: this === exports, id: module.id, " +
      "b: require.resolve('./b'), cached: require.cache[__filename] === module, circle: require('./b').back, " +
      "data: require('./data.json').answer }";
    const path = write("index.js", `exports.early = 1; ${text}`);
    write("b.js", "exports.back = require('./index').early");
    write("data.json", '{"answer": 42}');
    const first = await load();
    expect(first.value).toMatchObject({ seen: { file: path, own: true, cached: true, circle: 1, data: 42 } });
    expect((await load()).value).toEqual(first.value);
  });

  it("reads anew a file that has changed, and goes by the new text from then on", async () => {
    const path = write("index.js", "module.exports = 'old'");
    await load();
    writeFileSync(path, "module.exports = 'new'");
    utimesSync(path, 1, 2);
    expect(await load()).toEqual({ value: "new", files: ["index.js"] });
    expect(await load()).toEqual({ value: "new", files: [] });
  });

  it("takes in what a later run needs besides", async () => {
    write("index.js", "module.exports = process.env.TOWPATH_TEST_MORE ? require('./more') : 'less'");
    write("more.js", "module.exports = 'more'");
    await load();
    vi.stubEnv("TOWPATH_TEST_MORE", "1");
    expect(await load()).toEqual({ value: "more", files: ["more.js"] });
    expect(await load()).toEqual({ value: "more", files: [] });
  });

  it.each([
    ["letters beyond ASCII", "module.exports = 'Zürich'", "Zürich"],
    ["a first line for a shell", "#!/usr/bin/env node\nmodule.exports = 'shell'", "shell"],
    ["an import at run time", "module.exports = typeof (() => import('node:fs'))", "function"],
  ])("leaves to Node what has %s", async (_, text, value) => {
    write("index.js", text);
    expect(await load()).toEqual({ value, files: ["index.js"] });
    expect(await load()).toEqual({ value, files: ["index.js"] });
  });

  it("is not used when it was made for something else, or is broken", async () => {
    write("index.js", "module.exports = 'it'");
    await load("this");
    expect((await load("that")).files).toEqual(["index.js"]);
    writeFileSync(pack, readFileSync(pack).subarray(0, 40));
    expect(await load("that")).toEqual({ value: "it", files: ["index.js"] });
    const whole = readFileSync(pack);
    whole.fill(0, whole.length - 100);
    writeFileSync(pack, whole);
    expect((await load("that")).value).toBe("it");
  });

  it("lets a module fail as it does without, and leaves the loader as it was", async () => {
    const before = [Reflect.get(Module, "_resolveFilename"), nodeLoader()?._extensions[".js"]];
    write("index.js", "throw new Error('not today')");
    for (const _ of ["first", "second"]) await expect(load()).rejects.toThrow("not today");
    expect([Reflect.get(Module, "_resolveFilename"), nodeLoader()?._extensions[".js"]]).toEqual(before);
  });

  it("changes no answer of the command", async () => {
    const answers = [];
    for (const _ of ["first", "cold", "warm"])
      answers.push(await towpath(["cost", "--format", "json", "--stack", "staging"]));
    expect(answers[0]?.code).toBe(0);
    expect(answers.slice(1)).toEqual([answers[0], answers[0]]);
  });
});
