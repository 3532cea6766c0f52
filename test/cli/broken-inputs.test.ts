import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROKEN_COMPOSE, BROKEN_SETTINGS, type BrokenInput } from "./broken-inputs";
import { type Ended, towpathEach } from "./towpath-process";

const ALL = [...BROKEN_SETTINGS, ...BROKEN_COMPOSE];
let folder = "";
let ended: readonly Ended[] = [];

function command({ stack = "dev", config = [], compose }: BrokenInput, index: number): string[] {
  const file = join(folder, `${index}`, "compose.yaml");
  if (compose !== undefined) writeFileSync(join(folder, `${index}-compose.yaml`), compose);
  const given = compose === undefined ? [] : ["--compose", file.replace("/compose.yaml", "-compose.yaml")];
  return [
    "preview",
    "--stack",
    stack,
    "--out",
    join(folder, "out"),
    ...given,
    ...config.flatMap(one => ["--config", one]),
  ];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "towpath-broken-"));
  ended = await towpathEach(ALL.map(command));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a preview of broken input", () => {
  it("is tried 25 times", () => {
    expect(ALL).toHaveLength(25);
  });

  it.each(ALL.map((input, index) => [input.name, input, index] as const))(
    "says where and what: %s",
    (_, input, index) => {
      const { code, stdout, stderr } = ended[index] as Ended;
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).not.toMatch(/^\s+at |Error:|internal/m);
      const problems = stderr.split("\n").filter(line => line.startsWith("error "));
      for (const line of problems) expect(line).toMatch(/^error [^ ].*?: .+; .+$/);
      const paths = problems.map(line => line.replace(/^error (.*?): .*$/, "$1")).sort();
      expect(
        paths.map(path => path.replace(/^.*\d+-compose\.yaml/, "compose.yaml")),
        stderr,
      ).toEqual(input.paths);
      expect(stderr).toContain(input.hint);
    },
  );
});
