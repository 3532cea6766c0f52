import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeArtefacts } from "../../../cli/artefacts/write-artefacts";
import { InvalidInput } from "../../../components/lib/issues";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "towpath-out-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const file = (path: string, content = path) => ({ kind: "manifest", path, content }) as const;
const write = (...paths: string[]) =>
  writeArtefacts(
    paths.map(path => file(path)),
    "out/dev",
    directory,
  );

describe("writeArtefacts", () => {
  it("writes files and names them by path, with size and digest", () => {
    const written = writeArtefacts([file("b/two.yaml", "é"), file("a.yaml", "x")], "out/dev", directory);
    expect(written).toEqual([
      {
        kind: "manifest",
        path: "out/dev/a.yaml",
        bytes: 1,
        sha256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
      },
      expect.objectContaining({ path: "out/dev/b/two.yaml", bytes: 2 }),
    ]);
    expect(readFileSync(join(directory, "out/dev/b/two.yaml"), "utf8")).toBe("é");
  });

  it("takes away what an earlier run wrote, and nothing else", () => {
    write("a.yaml", "old/b.yaml");
    writeFileSync(join(directory, "out/dev/mine.txt"), "mine");
    write("a.yaml");
    expect(existsSync(join(directory, "out/dev/old/b.yaml"))).toBe(false);
    expect(readdirSync(join(directory, "out/dev")).filter(name => !name.startsWith("."))).toEqual([
      "a.yaml",
      "mine.txt",
      "old",
    ]);
  });

  it("does not follow a list of earlier files out of the folder", () => {
    write("a.yaml");
    writeFileSync(join(directory, "precious"), "x");
    writeFileSync(join(directory, "out/dev/.artefacts.json"), '["../../precious"]');
    write("a.yaml");
    expect(existsSync(join(directory, "precious"))).toBe(true);
  });

  it("never writes outside the folder", () => {
    expect(() => write("../../evil")).toThrow("lies outside");
    expect(existsSync(join(directory, "evil"))).toBe(false);
  });

  it("says that the folder cannot be written", () => {
    writeFileSync(join(directory, "out"), "a file");
    expect(() => write("a.yaml")).toThrow(InvalidInput);
    expect(() => write("a.yaml")).toThrow(/^--out: out\/dev cannot be written \(\w+\); name a folder/);
  });
});
