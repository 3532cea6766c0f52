import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issuesText } from "../../../cli/terminal/issues-text";
import { styleFor } from "../../../cli/terminal/style";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "towpath-lines-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

function shown(line: string, column: number): string[] {
  const file = join(directory, "compose.yaml");
  writeFileSync(file, `name: x\n${line}\n`);
  const at = { file, line: 2, column };
  return issuesText([{ path: "p", wrong: "w", instead: "i", at }], styleFor(false), directory).split("\n");
}

describe("issuesText", () => {
  it("shows path, problem, remedy, place and line", () => {
    expect(shown("    privileged: yes", 5)).toEqual([
      "error p: w; i",
      "   --> compose.yaml:2:5",
      "  2 | privileged: yes",
      "    | ^",
      "",
      "1 problem",
      "",
    ]);
  });

  it("does without what it does not know", () => {
    const issues = [
      { path: "", wrong: "w", instead: "i" },
      { path: "q", wrong: "w", instead: "i", at: { file: "/nowhere/x.yaml", line: 3, column: 1 } },
    ];
    expect(issuesText(issues, styleFor(false), directory).split("\n")).toEqual([
      "error (top level): w; i",
      "error q: w; i",
      "   --> /nowhere/x.yaml:3:1",
      "",
      "2 problems",
      "",
    ]);
  });

  it.each([
    ["      POSTGRES_PASSWORD: canary", 7, "POSTGRES_PASSWORD: ••••"],
    ["      - API_TOKEN=canary", 9, "- API_TOKEN=••••"],
    ["      environment: {A: 1, DB_PASSWORD: canary}", 7, "environment: {A: 1, DB_PASSWORD: ••••"],
    ['      "SECRET_KEY": "canary"', 7, '"SECRET_KEY": ••••'],
    ["      DATABASE_URL: postgres://me:canary@db/x", 7, "DATABASE_URL: postgres://me:••••@db/x"],
    ["    secrets: [db-password]", 5, "secrets: [db-password]"],
    ["      PGPASSWORD_FILE: /run/secrets/x", 7, "PGPASSWORD_FILE: /run/secrets/x"],
  ])("hides credentials: %s", (line, column, expected) => {
    expect(shown(line, column)[2]).toBe(`  2 | ${expected}`);
  });

  it("shows the part of a long line that matters, and the mark under it", () => {
    const [, , line = "", mark = ""] = shown(`${"x".repeat(300)}HERE${"y".repeat(300)}`, 301);
    expect(line.length).toBeLessThanOrEqual(100);
    expect(line.indexOf("HERE")).toBe(mark.indexOf("^"));
  });

  it("makes control characters harmless", () => {
    expect(shown("a: \u001b]0;owned\u0007", 1)[2]).toBe("  2 | a: ·]0;owned·");
  });
});
