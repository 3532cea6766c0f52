import { describe, expect, it } from "vitest";
import { SPEC_KEYS } from "../../../components/app/spec-keys";
import { DOCKER_SUPPORT } from "../../../components/workloads/docker/support";

describe("the support table of a Docker host", () => {
  it("has a row for each key of the specification and no other", () => {
    expect(Object.keys(DOCKER_SUPPORT).sort()).toEqual([...SPEC_KEYS].sort());
  });

  it.each(Object.entries(DOCKER_SUPPORT))("says something of %s", (_, { note }) => {
    expect(note).toMatch(/^\S.{2,}[^.\s]$/);
  });
});
