import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { rolloutDocument } from "../../../components/platforms/vm/rollout-document";

const shellcheck = spawnSync("shellcheck", ["--version"]).status === 0;
const document = rolloutDocument(900);
const script = document.mainSteps[1]?.inputs.runCommand?.join("\n") ?? "";

describe("rolloutDocument", () => {
  it("fills in its parameters and nothing else", () => {
    const used = [...JSON.stringify(document.mainSteps).matchAll(/\{\{(.*?)\}\}/g)].map(found =>
      found[1]?.trim(),
    );
    expect([...new Set(used)].sort()).toEqual(["archive", "digest"]);
  });

  it("takes parameters that can carry no command", () => {
    const { archive, digest } = document.parameters;
    for (const evil of ['"; reboot; "', "$(reboot)", "https://a/b c", "https://a/`b`", "https://a/b'"]) {
      expect(evil).not.toMatch(new RegExp(archive.allowedPattern));
      expect(evil).not.toMatch(new RegExp(digest.allowedPattern));
    }
  });

  it("is smaller than SSM's 64 KB", () => {
    expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(64 * 1024);
  });

  it.skipIf(!shellcheck)("has a script without a finding (needs shellcheck)", () => {
    const found = spawnSync("shellcheck", ["--shell=sh", "-"], { input: script, encoding: "utf8" });
    expect(script).toContain("towpath-rollout");
    expect(found.stdout).toBe("");
  });
});
