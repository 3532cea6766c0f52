import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentTag } from "../../components/registry/content-tag";
import { contextDigest } from "../../components/registry/context-digest";

let folder: string;
let context: string;
const write = (path: string, text: string) => writeFileSync(join(context, path), text);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "context-"));
  context = join(folder, "web");
  mkdirSync(join(context, "node_modules/left-pad"), { recursive: true });
  write("Dockerfile", "FROM scratch\n");
  write("main.js", "1");
  write("node_modules/left-pad/index.js", "1");
});
afterEach(() => rmSync(folder, { recursive: true }));

const tag = (args?: Record<string, string>) =>
  contentTag({
    service: "web",
    build: { context, dockerfile: "Dockerfile", ...(args === undefined ? {} : { args }) },
    platforms: ["linux/arm64"],
  });

describe("contextDigest", () => {
  it.each<[string, () => void]>([
    ["content", () => write("main.js", "2")],
    ["a new file", () => write("other.js", "")],
    ["a name", () => cpSync(join(context, "main.js"), join(context, "renamed.js"))],
    ["an executable bit", () => chmodSync(join(context, "main.js"), 0o755)],
    ["a link", () => symlinkSync("main.js", join(context, "link"))],
    ["a file in a folder", () => write("node_modules/left-pad/index.js", "2")],
  ])("changes with %s", (_, change) => {
    const before = contextDigest(context);
    change();
    expect(contextDigest(context)).not.toBe(before);
  });

  it("leaves out what .dockerignore names, unless something is brought back", () => {
    const changes = (ignore: string) => {
      write(".dockerignore", ignore);
      write("node_modules/left-pad/index.js", "1");
      const before = contextDigest(context);
      write("node_modules/left-pad/index.js", "2");
      return contextDigest(context) !== before;
    };
    expect(changes("# comment\n\n/node_modules/\n")).toBe(false);
    expect(changes("node_modules\n!node_modules/left-pad\n")).toBe(true);
    expect(changes("*.md\n")).toBe(true);
  });

  it("of a missing folder is none", () => {
    expect(contextDigest(join(folder, "nowhere"))).toBeUndefined();
  });
});

describe("contentTag", () => {
  it("is the same for a copy elsewhere", () => {
    const before = tag();
    const copy = join(folder, "copy");
    cpSync(context, copy, { recursive: true });
    context = copy;
    expect(tag()).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{20}$/);
  });

  it("changes with build arguments, and with a Dockerfile outside the context", () => {
    const before = tag();
    expect(tag({ VERSION: "2" })).not.toBe(before);
    const outside = () =>
      contentTag({ service: "web", build: { context, dockerfile: "../Dockerfile" }, platforms: [] });
    writeFileSync(join(folder, "Dockerfile"), "FROM a\n");
    const first = outside();
    writeFileSync(join(folder, "Dockerfile"), "FROM b\n");
    expect(outside()).not.toBe(first);
  });

  it("is there for a context that is not", () => {
    rmSync(context, { recursive: true });
    expect(tag()).toMatch(/^[0-9a-f]{20}$/);
    context = "https://github.com/example/app.git#main";
    expect(tag()).toMatch(/^[0-9a-f]{20}$/);
  });
});
