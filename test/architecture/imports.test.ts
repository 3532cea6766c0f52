import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { DOORS, MOCK_ENGINE, PURE, roomOf } from "./rooms";
import { type Import, readSources, type Source } from "./sources";

const sources = readSources();
const byPath = new Map(sources.map(source => [source.path, source]));
const shipped = sources.filter(({ path }) => !/^(test|\.ci)\/|\.config\./.test(path));

/** Each import of each file that `wrong` finds fault with, as `file → import`. */
function faults(of: readonly Source[], wrong: (found: Import, source: Source) => boolean): string[] {
  return of.flatMap(source =>
    source.imports
      .filter(found => wrong(found, source))
      .map(({ specifier }) => `${source.path} → ${specifier}`),
  );
}

/** The first path of imports from a file to Pulumi past the mock engine. Types count: they bind as much. */
function wayToPulumi(from: Source, seen = new Set<string>()): string | undefined {
  seen.add(from.path);
  for (const { specifier, file } of from.imports) {
    if (specifier.startsWith("@pulumi/")) return `${from.path} → ${specifier}`;
    const closed = file === undefined || seen.has(file) || MOCK_ENGINE.test(file);
    const next = closed ? undefined : byPath.get(file);
    const way = next === undefined ? undefined : wayToPulumi(next, seen);
    if (way !== undefined) return `${from.path} → ${way}`;
  }
  return undefined;
}

describe("imports", () => {
  it("are found where they are", () => {
    expect(byPath.get("components/lib/issues.ts")).toBeDefined();
    const run = byPath.get("cli/engine/run-program.ts")?.imports;
    expect(run).toContainEqual({ specifier: "@pulumi/pulumi", typeOnly: false });
    expect(run).toContainEqual({
      specifier: "./registered",
      file: "cli/engine/registered.ts",
      typeOnly: true,
    });
  });

  it("lead to files that exist", () => {
    expect(
      faults(sources, ({ file }) => file !== undefined && !file.endsWith(".json") && !byPath.has(file)),
    ).toEqual([]);
  });

  it("come from rooms that have a door", () => {
    expect(shipped.map(({ path }) => path).filter(path => DOORS[roomOf(path)] === undefined)).toEqual([]);
  });

  it.each(Object.entries(DOORS))("of %s go only where they may", (room, { rooms, typesOf = [] }) => {
    const inside = shipped.filter(({ path }) => roomOf(path) === room);
    const wrong = ({ file, typeOnly }: Import) =>
      file !== undefined &&
      !file.endsWith(".json") &&
      ![room, ...rooms].includes(roomOf(file)) &&
      !(typeOnly && typesOf.includes(roomOf(file)));
    expect(faults(inside, wrong)).toEqual([]);
  });

  it("of pure files never reach Pulumi", () => {
    const pure = shipped.filter(({ path }) => PURE.some(pattern => pattern.test(path)));
    expect(pure.length).toBeGreaterThan(100);
    expect(pure.map(source => wayToPulumi(source)).filter(way => way !== undefined)).toEqual([]);
  });

  it("of shipped code name only packages that are installed with it, or that it can do without", () => {
    const manifest = readFileSync(resolve(__dirname, "../../package.json"), "utf8");
    const written: { [kind in "dependencies" | "peerDependencies"]: Record<string, string> } =
      JSON.parse(manifest);
    const dependencies = { ...written.dependencies, ...written.peerDependencies };
    const packageOf = (specifier: string) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/");
    const missing = ({ specifier, file }: Import) =>
      file === undefined && !isBuiltin(specifier) && dependencies[packageOf(specifier)] === undefined;
    expect(faults(shipped, missing)).toEqual([]);
  });
});
