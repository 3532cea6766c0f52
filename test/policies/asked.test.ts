import { describe, expect, it } from "vitest";
import { NOT_SEEN } from "../../policies/not-seen";
import { RULES } from "../../policies/rules";
import { ASKED } from "./asked";

const answered = new Set([...RULES.flatMap(({ sources }) => sources), ...NOT_SEEN.map(({ asked }) => asked)]);
const ids = new Set(RULES.map(({ id }) => id));

describe.each(ASKED.map(one => [one.area, one] as const))(
  "what is asked of %s",
  (_, { ids: asked, ideas }) => {
    it("has a rule, or a reason why there is none", () => {
      expect(asked.filter(id => !answered.has(id))).toEqual([]);
    });

    it.each(Object.entries(ideas))("%s has its rules", (_idea, rules) => {
      expect(rules.filter(id => !ids.has(id))).toEqual([]);
    });
  },
);

describe("a source", () => {
  it("is not both looked at and given up", () => {
    const looked = new Set(RULES.flatMap(({ sources }) => sources));
    expect(NOT_SEEN.filter(({ asked }) => looked.has(asked))).toEqual([]);
  });
});
