import { describe, expect, it } from "vitest";
import { SPEC_KEYS } from "../../../components/app/spec-keys";
import { KUBERNETES_SUPPORT } from "../../../components/workloads/kubernetes/support";

describe("the support table of Kubernetes", () => {
  it("has a row for each key of the specification and no other", () => {
    expect(Object.keys(KUBERNETES_SUPPORT).sort()).toEqual([...SPEC_KEYS].sort());
  });

  it.each(Object.entries(KUBERNETES_SUPPORT))("says something of %s", (_, { note }) => {
    expect(note).toMatch(/^\S.{5,}[^.\s]$/);
  });
});
