import { describe, expect, it } from "vitest";
import { previewJson } from "../../../cli/preview/preview-json";
import { SAMPLE } from "./sample";

describe("previewJson", () => {
  it("has the documented keys in the documented order", () => {
    const parsed = JSON.parse(previewJson(SAMPLE));
    expect(Object.keys(parsed)).toEqual([
      "stack",
      "target",
      "date",
      "resources",
      "report",
      "policies",
      "cost",
      "artefacts",
    ]);
    expect(parsed.resources[0]).toEqual(SAMPLE.resources[0]);
    expect(parsed.policies[2]).toEqual(SAMPLE.policies[2]);
  });
});
