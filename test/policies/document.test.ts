import { describe, expect, it } from "vitest";
import { policiesPage } from "../../policies/document";
import { RULES } from "../../policies/rules";

describe("docs/policies.md", () => {
  it("is what the rules say today", async () => {
    await expect(policiesPage()).toMatchFileSnapshot("../../docs/policies.md");
  });
});

describe("rules", () => {
  it("have unique ids, in order", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(RULES.map(rule => [rule.id, rule] as const))("%s can be read and acted upon", (id, rule) => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.fix).toMatch(/^[a-z].*[^.]$/);
    expect(rule.title).not.toMatch(/\.$/);
  });
});
