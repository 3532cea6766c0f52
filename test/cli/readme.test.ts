import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, towpath } from "./towpath-process";

const README = readFileSync(resolve(ROOT, "README.md"), "utf8");

describe("the README", () => {
  it("shows lines of the real preview, in its order", async () => {
    const out = mkdtempSync(join(tmpdir(), "towpath-readme-"));
    const { stdout } = await towpath(["preview", "--out", out, "--date", "2026-11-23"]);
    rmSync(out, { recursive: true });
    const real = stdout.split("\n").map(line => line.trimEnd());
    const [, block = ""] = /```text\n([\s\S]+?)```/.exec(README) ?? [];
    const shown = block.split("\n").filter(line => !["", "…"].includes(line.trim()));
    // The output folder differs, and with it the width of the artefacts' column.
    const compared = shown.filter(line => !line.trim().startsWith("out/dev/"));
    expect(compared.length).toBeGreaterThan(30);
    let from = 0;
    for (const line of compared) {
      const at = real.indexOf(line, from);
      expect(at, `not in the preview: ${line}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it("links to files that exist", () => {
    const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter(path => !existsSync(resolve(ROOT, path)))).toEqual([]);
  });
});
