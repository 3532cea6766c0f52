import { describe, expect, it } from "vitest";
import { environmentOf } from "../../policies/environment";

describe("environmentOf", () => {
  it.each([
    ["staging", "prod", "staging"],
    [undefined, "staging", "staging"],
    [undefined, "feature-7", "dev"],
    [undefined, "", "prod"],
    ["production", "dev", "prod"],
  ])("configured %s in stack %s is %s", (configured, stack, environment) => {
    expect(environmentOf(configured, stack)).toBe(environment);
  });
});
