import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hostKeyOf } from "../../../components/lib/host-key";
import { sshScript } from "../../../components/platforms/vm/ssh-script";

describe("hostKeyOf", () => {
  it.each([
    ["pi ssh-ed25519 AAAA comment", "ssh-ed25519 AAAA"],
    ["ssh-ed25519 AAAA", "ssh-ed25519 AAAA"],
    ["[pi.example.com]:2222 ecdsa-sha2-nistp256 BBBB\n", "ecdsa-sha2-nistp256 BBBB"],
  ])("of %j is %j", (line, key) => {
    expect(hostKeyOf(line)).toBe(key);
  });
});

describe("sshScript", () => {
  it("is one shell word for sudo, and plain for root", () => {
    expect(sshScript("d", "root")).toMatch(/^sh -c '/);
    expect(sshScript("d", "admin")).toMatch(/^sudo -n sh -c '/);
    expect(spawnSync("sh", ["-n", "-c", sshScript("d", "root")]).status).toBe(0);
  });

  it("refuses a wrong archive and leaves nothing behind", () => {
    const folder = mkdtempSync(join(tmpdir(), "ssh-"));
    try {
      const script = sshScript("0".repeat(64), "root").replaceAll("/run/towpath", folder);
      const input = JSON.stringify({ archive: "{}", secrets: { "db/password": "canary" } });
      const env = { PATH: "/usr/bin:/bin", TMPDIR: folder, TOWPATH_PREFIX: folder };
      const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { input, encoding: "utf8", env });
      expect(status).not.toBe(0);
      expect(stderr).toContain("not the one that was sent");
      expect(stdout + stderr).not.toContain("canary");
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
