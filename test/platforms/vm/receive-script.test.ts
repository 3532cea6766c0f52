import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleDigest } from "../../../components/lib/bundle-digest";
import { RECEIVE_SCRIPT } from "../../../components/platforms/vm/receive-script";
import { releaseArchive } from "../../../components/platforms/vm/release-archive";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "receive-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = {
  "towpath-rollout": `#!/bin/sh\necho "$@"\ncat "$2/release.tsv"\nexit "$(cat "$2/status")"\n`,
  "release.tsv": "project\tshop\n",
  status: "0",
};

function receive(bundle: Record<string, string>, change: (text: string) => string = text => text) {
  const { text, digest } = releaseArchive(bundle, {
    volumes: [],
    ecrRegistries: [],
    settings: { TOWPATH_KEEP: "3" },
  });
  const archive = join(folder, "archive.json");
  writeFileSync(archive, change(text));
  const script = `PATH=/usr/bin:/bin\narchive="${archive}"\ndigest=${digest} incoming= secrets=\n${RECEIVE_SCRIPT}`;
  const env = { TOWPATH_PREFIX: folder, TMPDIR: folder };
  return spawnSync("sh", ["-c", script], { encoding: "utf8", env });
}

describe("the receiving script", () => {
  it("hands the bundle to its own rollout, with the host's settings in place, and cleans up", () => {
    const { status, stdout, stderr } = receive(files);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^apply ${folder}/tmp\\.\\w+ ${bundleDigest(files)}\nproject\tshop\n$`),
    );
    expect(readFileSync(join(folder, "etc/towpath/rollout.conf"), "utf8")).toBe(
      "TOWPATH_KEEP=3\nTOWPATH_LOCK_WAIT=60\n",
    );
    expect(readdirSync(folder)).toEqual(["etc", "usr"]);
  });

  it("brings what every host has beside Docker, programs executable", () => {
    expect(receive(files).status).toBe(0);
    const mode = (path: string) => statSync(join(folder, path)).mode & 0o777;
    expect(mode("usr/local/sbin/towpath-disk-guard")).toBe(0o755);
    expect(mode("etc/systemd/system/towpath-secrets.service")).toBe(0o644);
  });

  it("fails when the rollout fails", () => {
    expect(receive({ ...files, status: "7" }).status).toBe(7);
  });

  it("changes nothing when the archive is not the one that was sent", () => {
    const { status, stdout, stderr } = receive(files, text => text.replace("shop", "evil"));
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toContain("not the one that was sent");
    expect(existsSync(join(folder, "etc"))).toBe(false);
  });
});
