import { describe, expect, it } from "vitest";
import { plain } from "../../../../components/app/load/decode/shape";
import { Problems } from "../../../../components/app/load/problems";
import { composeYaml } from "../../../../components/app/load/yaml/compose";
import { parseYaml } from "../../../../components/app/load/yaml/parse";
import { InvalidInput } from "../../../../components/lib/issues";
import { issuesOf } from "../compose-files";

/** All documents of a text as plain values. */
function read(text: string): unknown[] {
  const problems = new Problems(() => undefined);
  const values = parseYaml(text, "test.yaml").map(parsed => plain(composeYaml(parsed, problems).tree));
  problems.throwIfAny();
  return JSON.parse(JSON.stringify(values));
}

describe("YAML", () => {
  it.each([
    ["a: 1", { a: 1 }],
    ["a:\n- x\n- y\nb: z", { a: ["x", "y"], b: "z" }],
    ["- - a\n  - b\n- c", [["a", "b"], "c"]],
    ["{a: [1, {b: c}], 'd': \"e\", f: }", { a: [1, { b: "c" }], d: "e", f: null }],
    ["a: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n\n  z", { a: "x\n y\n\nz\n", b: "x y\nz" }],
    ["a: |+\n  x\n\nb: |2-\n   x", { a: "x\n\n", b: " x" }],
    ["a: x\n  y\n\n  z", { a: "x y\nz" }],
    ['a: "x\n  y\\n\\\n  z\\t\\u00e9"', { a: "x y\nz\té" }],
    ["a: 'it''s'", { a: "it's" }],
    ["? a\n: b\n? c\n", { a: "b", c: null }],
    ["a: b # c\nd: e#f", { a: "b", d: "e#f" }],
    ["a: http://x:80/y", { a: "http://x:80/y" }],
    ["a:\r\n  - b\r\n", { a: ["b"] }],
    ["\ufeffa: b", { a: "b" }],
    ["[a, b: c, ]", ["a", { b: "c" }]],
    ['a: "x\ny"', { a: "x y" }],
  ])("reads %j", (text, value) => {
    expect(read(text)).toEqual([value]);
  });

  it("types plain scalars as the reference does", () => {
    const text =
      "[0777, 0o17, 0x1F, 0b11, 1_000, 1.50, 1e3, ~, null, True, yes, on, '1', 08, 1:30, .5, -0, 2024-2-31]";
    expect(read(text)).toEqual([
      [511, 15, 31, 3, 1000, 1.5, 1000, null, null, true, "yes", "on", "1", 8, "1:30", 0.5, 0, "2024-2-31"],
    ]);
    expect(read("[!!str 5, !!int '5', !!float 5, !!binary aGk=, ! 7]")).toEqual([["5", 5, 5, "hi", "7"]]);
  });

  it("reads several documents", () => {
    expect(read("a: 1\n---\nb: 2\n...\n---\n- c")).toEqual([{ a: 1 }, { b: 2 }, ["c"]]);
    expect(read("# nothing\n")).toEqual([]);
    expect(read("---\n")).toEqual([null]);
  });

  it("puts in anchors and merge keys; own keys win, then the first of a list", () => {
    const text =
      "x: &x {a: 1, b: 1}\ny: &y {a: 2, c: 2}\nz:\n  <<: [*x, *y]\n  b: 3\nl: [*x]\ns: &s text\nt: *s";
    expect(read(text)).toEqual([
      {
        x: { a: 1, b: 1 },
        y: { a: 2, c: 2 },
        z: { a: 1, c: 2, b: 3 },
        l: [{ a: 1, b: 1 }],
        s: "text",
        t: "text",
      },
    ]);
  });

  it("lets an alias mean the last anchor of its name before it", () => {
    expect(read("[&a 1, *a, &a 2, *a]")).toEqual([[1, 1, 2, 2]]);
  });

  it.each([
    ["a: 1\na: 2", "this key is there twice", 2, 1],
    ["a: b: c", "a mapping cannot begin here", 1, 5],
    ["a:\n\tb: c", "a tab stands where only spaces may indent", 2, 1],
    ["a: [1, 2", "`,` or `]` is missing", 1, 9],
    ["a: 'x", "a quote is not closed", 1, 4],
    ["a: *b", "there is no anchor &b before this", 1, 4],
    ["a: &b [*b]", "the anchor &b contains itself", 1, 8],
    ["1: a", "the key 1 is not text", 1, 1],
    ["a: @b", "a text cannot begin with `@`", 1, 4],
    ["a: 1\nb\nc: 2", "a key has no `:`", 2, 1],
    ["a: .inf", "`.inf` is no finite number", 1, 4],
    ['a: "\\q"', "`\\q` is no escape", 1, 5],
    ["a: \u0001", "control characters are not allowed in YAML", 1, 4],
    ["a:\n  b: 1\n c: 2", "a mapping goes on with a key at the same indentation", 3, 2],
    ["a: <<\nb: {<<: 1}", "`<<` takes a mapping or a list of mappings", 2, 9],
  ])("refuses %j and says where", (text, wrong, line, column) => {
    const [issue] = issuesOf(() => read(text));
    expect(issue).toMatchObject({ wrong, at: { file: "test.yaml", line, column } });
  });

  it("tells every repeated key at once", () => {
    expect(issuesOf(() => read("a: 1\na: 2\nb: {c: 1, c: 2}"))).toHaveLength(2);
  });

  it("refuses an alias bomb", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let index = 1; index < 9; index++) {
      lines.push(
        `a${index}: &a${index} [${Array(10)
          .fill(`*a${index - 1}`)
          .join(", ")}]`,
      );
    }
    expect(() => read(lines.join("\n"))).toThrow(/aliases make this document explode/);
  });

  it("reads a nesting of 1,000 and refuses one of 5,000", () => {
    expect(() => read(`a: ${"[".repeat(1000)}${"]".repeat(1000)}`)).not.toThrow();
    expect(() => read(`a: ${"{b: ".repeat(1000)}1${"}".repeat(1000)}`)).not.toThrow();
    expect(() => read(`${"- ".repeat(1000)}a`)).not.toThrow();
    for (const text of ["[".repeat(5000), "- ".repeat(5000)]) expect(() => read(text)).toThrow(InvalidInput);
  });

  it("refuses more values than the reference does", () => {
    expect(() => read(`[${"1,".repeat(99_998)}1]`)).not.toThrow();
    expect(() => read(`[${"1,".repeat(100_001)}1]`)).toThrow(/more than 100000 values/);
    expect(() => read(`[${"1,".repeat(500_000)}1]`)).toThrow(/too many values/);
  });
});
