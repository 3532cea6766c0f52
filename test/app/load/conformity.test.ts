import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../components/app/canonical-json";
import { parseDotenv } from "../../../components/app/load/env/dotenv";
import { load } from "../../../components/app/load/load";
import { InvalidInput } from "../../../components/lib/issues";
import { loadText } from "./compose-files";
import { CORPUS, type CorpusCase, corpusJson, HAS_CORPUS } from "./corpus";
import { KNOWN_DIFFERENCES } from "./known-differences";

const title = HAS_CORPUS
  ? "against the reference loader"
  : "against the reference loader (skipped: no ../shared)";

interface Outcome {
  readonly name: string;
  readonly agrees: boolean;
  readonly equal: boolean | undefined;
}

/** The model as plain JSON, or undefined when it is refused. */
function modelOf(request: Parameters<typeof load>[0]): unknown {
  try {
    return JSON.parse(JSON.stringify(canonicalJson(load(request).app)));
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

function outcomeOf(one: CorpusCase): Outcome {
  const model = modelOf({
    files: one.files.map(file => resolve(CORPUS, file)),
    profiles: one.profiles,
    projectName: "oracle",
    // The home folder of the goldens.
    environment: { HOME: "/root" },
  });
  const agrees = (model !== undefined) === one.ok;
  const both = agrees && one.ok;
  const golden = both ? corpusJson(`golden/${one.case}.json`) : undefined;
  return { name: one.case, agrees, equal: both ? isDeepStrictEqual(model, golden) : undefined };
}

describe.skipIf(!HAS_CORPUS)(title, () => {
  it("accepts, refuses and reads the corpus alike", () => {
    const outcomes = corpusJson<CorpusCase[]>("golden/RESULTS.json").map(outcomeOf);
    const accepted = outcomes.filter(({ equal }) => equal !== undefined);
    const agreement = outcomes.filter(({ agrees }) => agrees).length / outcomes.length;
    const equality = accepted.filter(({ equal }) => equal === true).length / accepted.length;
    console.info(
      `corpus: ${outcomes.length} cases, accept/refuse ${(100 * agreement).toFixed(2)} %, ` +
        `models ${(100 * equality).toFixed(2)} % of ${accepted.length}`,
    );
    const differing = outcomes
      .filter(({ agrees, equal }) => !agrees || equal === false)
      .map(({ name }) => name);
    expect(differing.sort()).toEqual(Object.keys(KNOWN_DIFFERENCES).sort());
    expect(agreement).toBeGreaterThanOrEqual(0.99);
    expect(equality).toBeGreaterThanOrEqual(0.98);
  });

  it("puts variables into templates alike", () => {
    interface Templates {
      readonly env: Record<string, string>;
      readonly cases: readonly { readonly template: string; readonly result: string }[];
    }
    const { env, cases } = corpusJson<Templates>("compose-interpolation-cases.json");
    for (const { template, result } of cases) {
      const text = `services: {s: {image: x, environment: {V: ${JSON.stringify(template)}}}}`;
      const run = () => loadText(text, { environment: env }).app.services.s?.environment?.V;
      if (result.startsWith("ERROR")) expect(run, template).toThrow(InvalidInput);
      else expect(run(), template).toBe(result);
    }
    expect(cases.length).toBeGreaterThan(30);
  });

  it("reads env files alike", () => {
    const cases = corpusJson<{ file: string; text: string; compose: Record<string, string> | string }[]>(
      "compose-envfile-cases.json",
    );
    for (const { file, text, compose } of cases) {
      const variables = new Map<string, string>();
      const run = () => parseDotenv(text, variables, () => undefined);
      if (typeof compose === "string") expect(run, file).toThrow();
      else {
        run();
        expect(Object.fromEntries(variables), file).toEqual(compose);
      }
    }
    expect(cases.length).toBeGreaterThan(10);
  });
});
