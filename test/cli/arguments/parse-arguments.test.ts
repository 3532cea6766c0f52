import { describe, expect, it } from "vitest";
import { parseArguments } from "../../../cli/arguments/parse-arguments";
import { formatIssue, InvalidInput } from "../../../components/lib/issues";

const OPTIONS = {
  stack: { kind: "text", value: "NAME", about: "" },
  format: { kind: "text", choices: ["text", "json"], about: "" },
  compose: { kind: "list", value: "FILE", about: "" },
  quiet: { kind: "flag", about: "" },
} as const;

function problems(args: string[], operand?: string): string[] {
  try {
    parseArguments(args, OPTIONS, operand);
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues.map(formatIssue);
    throw error;
  }
  return [];
}

describe("parseArguments", () => {
  it("gives every option a value, named or not", () => {
    expect(parseArguments([], OPTIONS).values).toEqual({
      stack: undefined,
      format: undefined,
      compose: [],
      quiet: false,
    });
    expect(parseArguments(["--stack=prod", "--format", "json", "--quiet"], OPTIONS).values).toMatchObject({
      stack: "prod",
      format: "json",
      quiet: true,
    });
  });

  it("gathers a list from repeated options and from the values after one", () => {
    const args = ["--compose", "a.yaml", "b.yaml", "--stack", "dev", "--compose=c.yaml"];
    expect(parseArguments(args, OPTIONS).values.compose).toEqual(["a.yaml", "b.yaml", "c.yaml"]);
  });

  it("keeps the operands of a verb that takes some", () => {
    const { values, operands } = parseArguments(["a.yaml", "--compose", "x", "b.yaml"], OPTIONS, "FILE");
    expect(operands).toEqual(["a.yaml", "b.yaml"]);
    expect(values.compose).toEqual(["x"]);
  });

  it("takes everything after -- as operands", () => {
    expect(parseArguments(["--", "--stack"], OPTIONS, "FILE").operands).toEqual(["--stack"]);
  });

  it("reads a value that begins with a dash only after an equals sign", () => {
    expect(parseArguments(["--stack=-x"], OPTIONS).values.stack).toBe("-x");
    expect(problems(["--stack", "--quiet"])).toEqual(["--stack: has no value; write NAME after it"]);
  });

  it("lists every problem at once", () => {
    expect(problems(["--stak", "dev", "--format=yaml", "--quiet=yes", "--zzzzzz"])).toEqual([
      "--stak: unknown option; did you mean --stack?",
      "dev: unexpected argument; leave it out",
      '--format: "yaml" is not a value it takes; write text or json',
      "--quiet: takes no value; write it alone",
      "--zzzzzz: unknown option; see --help",
    ]);
  });

  it.each([
    [["--stack"], "--stack: has no value; write NAME after it"],
    [["--stack="], "--stack: has no value; write NAME after it"],
    [["-s"], "-s: unknown option; see --help"],
    [["--__proto__"], "--__proto__: unknown option; see --help"],
    [["--constructor=1"], "--constructor: unknown option; see --help"],
  ])("refuses %j", (args, expected) => {
    expect(problems(args)).toEqual([expected]);
  });

  it("asks for the operand that a verb cannot do without", () => {
    expect(problems([], "FILE")).toEqual(["FILE: missing; write at least one"]);
  });
});
