import { describe, expect, it } from "vitest";
import { plainRecord } from "../../policies/plain";
import { engineInputs, UNKNOWN_TEXT } from "./engine-objects";

describe("plainRecord", () => {
  it("shows as [unknown] what the engine's objects throw on, and keeps the rest", () => {
    const inputs = engineInputs({
      id: UNKNOWN_TEXT,
      list: ["a", UNKNOWN_TEXT, { deep: UNKNOWN_TEXT, known: 1 }],
      none: null,
      on: true,
    });
    expect(plainRecord(inputs)).toEqual({
      id: "[unknown]",
      list: ["a", "[unknown]", { deep: "[unknown]", known: 1 }],
      none: null,
      on: true,
    });
  });
});
