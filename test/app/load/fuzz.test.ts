import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../components/app/canonical-json";
import { SERVICE } from "../../../components/app/load/schema/service";
import { InvalidInput } from "../../../components/lib/issues";
import { loadText } from "./compose-files";

const BUDGET = { seed: 20_260, numRuns: 1_500 } as const;

const BITS = [
  "services:\n",
  "  a:\n",
  "    image: x\n",
  "    ports:\n",
  "      - 80:80\n",
  "  b: {",
  "}",
  "[",
  "]",
  ",",
  ": ",
  "- ",
  "&x ",
  "*x",
  "<<: *x",
  "!reset ",
  "!override ",
  "|\n",
  ">-\n",
  "'",
  '"',
  "\\",
  "#",
  "\n",
  " ",
  "\t",
  "---\n",
  "? ",
  "%",
  "${A}",
  "${A:-",
  "$$",
  "extends: a",
  "include: [compose.yaml]",
  "__proto__: 1",
  "null",
  "1e999",
  "\u0000",
  "\ufeff",
  "é",
];

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    "",
    "x",
    "1",
    "80:80",
    "a=b",
    "10s",
    "1g",
    "./x:/y",
    "service:a",
    "true",
    "${A}",
    "all",
  ),
  fc.integer({ min: -5, max: 70_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 1e9 }),
  fc.boolean(),
);
const value = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        "a",
        "x-a",
        "target",
        "source",
        "type",
        "path",
        "test",
        "driver",
        "options",
        "limits",
        "__proto__",
      ),
      tie("tree"),
      { maxKeys: 3 },
    ),
  ),
})).tree;
// An empty `build` gets a folder only when it is read again, as in the reference.
const serviceKeys = Object.keys(SERVICE.map?.keys ?? {}).filter(key => key !== "build");

/** Loads, and gives undefined where the input is refused; anything else that is thrown fails the test. */
function attempt(text: string): unknown {
  try {
    return JSON.parse(JSON.stringify(canonicalJson(loadText(text).app)));
  } catch (error) {
    if (error instanceof InvalidInput) {
      expect(error.issues.length).toBeGreaterThan(0);
      return undefined;
    }
    throw error;
  }
}

describe("random input", () => {
  it("is accepted or refused, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BITS), { maxLength: 25 }), bits => {
        attempt(bits.join(""));
      }),
      BUDGET,
    );
  });

  it("is accepted or refused, whatever stands at a service's keys; what is accepted loads to itself", () => {
    let accepted = 0;
    const keys = fc.dictionary(fc.constantFrom(...serviceKeys), value, { maxKeys: 3 });
    fc.assert(
      fc.property(keys, service => {
        const model = attempt(
          JSON.stringify({ services: { a: { image: "x", ...service }, b: { image: "y" } } }),
        );
        if (model === undefined) return;
        accepted += 1;
        expect(attempt(JSON.stringify(model).replaceAll("$", "$$$$"))).toEqual(model);
      }),
      BUDGET,
    );
    expect(accepted).toBeGreaterThan(200);
  });
});
