import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SPEC_KEYS } from "../../../components/app/spec-keys";
import { InvalidInput } from "../../../components/lib/issues";
import { usedKeys } from "../../../components/workloads/shared/used-keys";
import { isException, NOT_GENERATED, SOMETIMES_THE_DEFAULT, WITHOUT_TRACE } from "./exceptions";
import { generatedFiles, loaderIn, SECRET } from "./generated-files";
import { type Finding, findingsIn, outcomeOf, PLANNERS, refusedElsewhere } from "./what-matters";

const SEED = 2026;
const folder = mkdtempSync(join(tmpdir(), "every-key-"));
const load = loaderIn(folder);
const files = generatedFiles(SEED);
const apps = files.flatMap(file => {
  const loaded = load(file);
  return loaded instanceof InvalidInput ? [] : [{ file, loaded, used: usedKeys(loaded.app) }];
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("random valid files", () => {
  it("are nearly all valid, and use every key of the specification between them", () => {
    const seen = new Set(apps.flatMap(({ used }) => used.map(({ key }) => key)));
    expect(apps.length).toBeGreaterThan(0.98 * files.length);
    expect(SPEC_KEYS.filter(key => !seen.has(key)).sort()).toEqual(Object.keys(NOT_GENERATED).sort());
  });
});

describe.each(["docker", "kubernetes"] as const)("planned for %s", target => {
  const planner = PLANNERS[target];
  const outcomes = apps.map(app => ({ ...app, outcome: outcomeOf(planner, app.loaded) }));
  const planned = outcomes.flatMap(({ outcome, ...app }) =>
    outcome instanceof InvalidInput ? [] : [{ ...app, plan: outcome }],
  );
  const findings = planned.flatMap(({ file, loaded, plan, used }) =>
    findingsIn(planner, loaded, plan, used).map(finding => ({ ...finding, file })),
  );

  it("are refused only for something that they use", () => {
    const elsewhere = outcomes.filter(
      ({ outcome, loaded }) => outcome instanceof InvalidInput && refusedElsewhere(outcome, loaded.app),
    );
    expect(elsewhere.map(({ file }) => file)).toEqual([]);
    expect(planned.length).toBeGreaterThan(0.5 * apps.length);
  });

  it("have no key about which the report says nothing", () => {
    expect(told(findings.filter(({ kind }) => kind === "silent"))).toEqual([]);
  });

  it("lose nothing that the report calls the same or adapted", () => {
    const lost = findings.filter(({ kind }) => kind === "lost");
    const excused = ({ key }: Finding) =>
      isException(SOMETIMES_THE_DEFAULT, target, key) || isException(WITHOUT_TRACE, target, key);
    expect(told(lost.filter(finding => !excused(finding)))).toEqual([]);
    const kept = new Set(findings.flatMap(({ kind, key }) => (kind === "kept" ? [key] : [])));
    const never = lost.filter(({ key }) => isException(SOMETIMES_THE_DEFAULT, target, key) && !kept.has(key));
    expect(told(never)).toEqual([]);
  });

  it("have nothing in the plan that the report calls ignored", () => {
    expect(told(findings.filter(({ kind }) => kind === "not ignored"))).toEqual([]);
  });

  it("have no secret's value in the plan", () => {
    expect(
      planned.filter(({ plan }) => JSON.stringify(plan).includes(SECRET)).map(({ file }) => file),
    ).toEqual([]);
  });
});

/** Each finding once, with the shortest file that shows it. */
function told(findings: readonly (Finding & { readonly file: string })[]): readonly string[] {
  const shortest = new Map<string, string>();
  for (const { key, verdict, note, file } of findings) {
    const text = `${key}: ${verdict}, ${note}`;
    const known = shortest.get(text);
    if (known === undefined || file.length < known.length) shortest.set(text, file);
  }
  return [...shortest].map(([text, file]) => `${text}\n${file}`).sort();
}
