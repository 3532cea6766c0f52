import { describe, expect, it } from "vitest";
import { readSources } from "./sources";

const sources = readSources();
const shipped = sources.filter(({ path }) => !/^test\//.test(path));
const elsewhere = sources.filter(({ path }) => !path.startsWith("test/architecture/"));

const LONGEST = 250;
const USUAL = 60;

/** Text that has no place in the project, with the reason. */
const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, "unfinished work is finished or left out"],
  [/@ts-(ignore|nocheck|expect-error)/, "the compiler is right"],
  [/\bissue #?\d/i, "a comment tells why, not where it was discussed"],
  [/\b(chatgpt|claude|copilot)\b/i, "a comment tells why, not how it was made"],
  [/(?<![\w.$}/])\/(work|Users)\/\w/, "paths of one machine"],
];

describe("source files", () => {
  it(`have at most ${LONGEST} lines`, () => {
    expect(
      shipped.filter(({ lines }) => lines > LONGEST).map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
  });

  it(`have a median of at most ${USUAL} lines`, () => {
    const lengths = shipped.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(USUAL);
  });

  it("never give up on types", () => {
    const found = sources.flatMap(({ path, escapes }) => escapes.map(where => `${path} ${where}`));
    // A test may hand a part of a value to code that wants the whole.
    expect(found.filter(place => !/^test\/.* as … as …$/.test(place))).toEqual([]);
  });

  it.each(UNWANTED)("do not contain %s: %s", pattern => {
    const found = elsewhere.flatMap(({ path, text }) =>
      text
        .split("\n")
        .map((line, at) => ({ line, at }))
        .filter(({ line }) => pattern.test(line))
        .map(({ line, at }) => `${path}:${at + 1} ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it("are named in kebab-case", () => {
    const named = /^([a-z0-9]+(-[a-z0-9]+)*)(\.(test|config|bench))?\.\w+$/;
    expect(sources.map(({ path }) => path).filter(path => !named.test(path.split("/").at(-1) ?? ""))).toEqual(
      [],
    );
  });
});
