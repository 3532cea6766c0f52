import { describe, expect, it } from "vitest";
import { SPEC_KEYS } from "../../components/app/spec-keys";
import { supportDocument } from "../../components/workloads/support-document";

describe("docs/compose-support.md", () => {
  it("is what the support tables say; `npx vitest run --project unit support-document -u` writes it anew", async () => {
    await expect(supportDocument()).toMatchFileSnapshot("../../docs/compose-support.md");
  });

  it("has a row for every key of the specification", () => {
    const rows = [...supportDocument().matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key);
    expect(rows.sort()).toEqual([...SPEC_KEYS].sort());
  });
});
