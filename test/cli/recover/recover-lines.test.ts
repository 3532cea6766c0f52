import { describe, expect, it } from "vitest";
import { recoverLines } from "../../../cli/recover/recover-lines";
import type { Outcome } from "../../../cli/recover/resolve-creation";
import { styleFor } from "../../../cli/terminal/style";

const lines = (outcomes: Readonly<Record<string, Outcome>>) =>
  recoverLines(new Map(Object.entries(outcomes)), "recovered.json", styleFor(false));

describe("recoverLines", () => {
  it("says what to run before the refresh, and when not to", () => {
    expect(
      lines({
        cluster: { kind: "adopted", id: "shop", wait: "aws eks wait cluster-active --name shop" },
        rollout: { kind: "adopted", id: "a-1", anew: true },
        proxy: { kind: "interrupted", unlock: "kubectl delete secret" },
      }),
    ).toEqual([
      "adopted cluster",
      "  with the id shop; the refresh takes it out again if it is not there",
      "  before the refresh: aws eks wait cluster-active --name shop",
      "adopted rollout",
      "  with the id a-1; the refresh takes it out again if it is not there",
      "  the next update makes it anew: nobody saw how it ended",
      "interrupted proxy",
      "  an upgrade by Helm",
      "  before the refresh, unless you go on with a destroy: kubectl delete secret",
      "",
      "Next: pulumi stack import --file recovered.json && pulumi refresh && pulumi up",
    ]);
  });

  it("has nothing imported while something is unclear", () => {
    const said = lines({ key: { kind: "unclear", why: "each of these has its tags: a, b" } });
    expect(said.join("\n")).toMatch(/--adopt URN=ID or --forget URN/);
    expect(said.join("\n")).not.toMatch(/pulumi stack import/);
  });
});
