import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkJson } from "../../../cli/check/check-json";
import { checkSarif } from "../../../cli/check/check-sarif";
import { checkText } from "../../../cli/check/check-text";
import type { Finding } from "../../../cli/check/finding";
import { styleFor } from "../../../cli/terminal/style";

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "towpath-check-"));
  const text = "services:\n  web:\n    image: x\n    privileged: true\n    cpu_rt_period: 1\n";
  writeFileSync(join(directory, "a b.yaml"), text);
});
afterAll(() => rmSync(directory, { recursive: true }));

const at = (line: number) => ({ file: join(directory, "a b.yaml"), line, column: 5 });
const findings = (): Finding[] => [
  { outcome: "warning", path: "", message: "the attribute `version` is obsolete" },
  {
    outcome: "refused",
    target: "docker",
    path: "services.web.cpu_rt_period",
    message: "not available on this target; leave it out",
    at: at(5),
  },
  {
    outcome: "withheld",
    target: "docker",
    path: "services.web.privileged",
    key: "services.*.privileged",
    message: "full access to the host",
    at: at(4),
  },
  {
    outcome: "withheld",
    target: "kubernetes",
    path: "services.web.privileged",
    key: "services.*.privileged",
    message: "full access to the node",
    at: at(4),
  },
];

describe("checkText", () => {
  it("shows each place once, in the order of the file, with what every target makes of it", () => {
    expect(checkText(findings(), styleFor(false), directory)).toBe(`(whole file)
  warning: the attribute \`version\` is obsolete

services.web.privileged
   --> a b.yaml:4:5
  4 | privileged: true
    | ^
  withheld on docker: full access to the host
  withheld on kubernetes: full access to the node

services.web.cpu_rt_period
   --> a b.yaml:5:5
  5 | cpu_rt_period: 1
    | ^
  refused on docker: not available on this target; leave it out

docker: 1 refused, 1 withheld, 0 adapted, 0 ignored
kubernetes: 0 refused, 1 withheld, 0 adapted, 0 ignored
`);
  });

  it("counts problems when the files are no Compose", () => {
    const invalid: Finding = { outcome: "invalid", path: "services.web", message: "no; yes" };
    expect(checkText([invalid], styleFor(false), directory)).toBe(
      "services.web\n  invalid: no; yes\n\n1 problem\n",
    );
  });

  it("says that nothing changes", () => {
    expect(checkText([], styleFor(false), directory)).toBe("Everything stays as it is.\n");
  });
});

describe("checkJson", () => {
  it("has every finding, with files named from the current folder", () => {
    const json = JSON.parse(checkJson(findings(), ["docker", "kubernetes"], directory));
    expect(json.valid).toBe(false);
    expect(json.targets).toEqual(["docker", "kubernetes"]);
    expect(json.findings[2]).toEqual({
      outcome: "withheld",
      target: "docker",
      path: "services.web.privileged",
      key: "services.*.privileged",
      message: "full access to the host",
      at: { file: "a b.yaml", line: 4, column: 5 },
    });
  });
});

describe("checkSarif", () => {
  it("places each finding in a file of the repository, under a rule that it lists", () => {
    const [run] = JSON.parse(checkSarif(findings(), ["a b.yaml"], directory)).runs;
    expect(run.results).toHaveLength(4);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "a%20b.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 1, startColumn: 1 },
    });
    expect(run.results[1]).toMatchObject({
      ruleId: "refused",
      level: "error",
      message: {
        text: "services.web.cpu_rt_period: refused on docker: not available on this target; leave it out",
      },
      properties: { target: "docker" },
    });
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it("names a file outside the folder in full", () => {
    const outside: Finding = {
      outcome: "invalid",
      path: "p",
      message: "m",
      at: { file: "/else/c.yaml", line: 2, column: 3 },
    };
    const [run] = JSON.parse(checkSarif([outside], [], directory)).runs;
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "file:///else/c.yaml" },
      region: { startLine: 2, startColumn: 3 },
    });
  });
});
