import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VOLUMES_SCRIPT } from "../../../../components/platforms/vm/user-data/volumes-script";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "volumes-"));
  for (const path of ["bin", "etc/towpath", "srv"]) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, "etc/fstab"), "");
  writeFileSync(join(folder, "etc/towpath/volumes"), "data data /dev/null\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script with every tool that touches a disk replaced by one that writes down its call. */
function run(blkid: { status: number; label?: string }, mounted = false) {
  const tool = (name: string, body: string) => {
    const path = join(folder, "bin", name);
    writeFileSync(path, `#!/bin/sh\necho "${name} $*" >>"${folder}/calls"\n${body}\n`);
    chmodSync(path, 0o755);
  };
  for (const name of ["chattr", "mount", "resize2fs", "systemctl", "udevadm", "e2label", "mkfs.ext4", "dd"])
    tool(name, "exit 0");
  tool("blkid", `case "$*" in *LABEL*) echo "${blkid.label ?? "data"}";; *) exit ${blkid.status};; esac`);
  tool("mountpoint", `exit ${mounted ? 0 : 1}`);
  const script = VOLUMES_SCRIPT.replaceAll("/etc/", `${folder}/etc/`)
    .replaceAll("/srv/", `${folder}/srv/`)
    .replace('[ -b "$device" ]', '[ -e "$device" ]');
  const { status, stderr } = spawnSync("sh", ["-c", script], {
    encoding: "utf8",
    env: { PATH: `${join(folder, "bin")}:/usr/bin:/bin` },
  });
  const calls = existsSync(join(folder, "calls"))
    ? readFileSync(join(folder, "calls"), "utf8").split("\n")
    : [];
  return { status, stderr, calls, fstab: readFileSync(join(folder, "etc/fstab"), "utf8") };
}

describe("the volumes script", () => {
  it("formats a blank disk, once, and mounts it by label at every boot", () => {
    const first = run({ status: 2 });
    expect(first.status).toBe(0);
    expect(first.calls).toContain("mkfs.ext4 -q -m 1 -L data /dev/null");
    expect(first.calls).toContain(`chattr +i ${folder}/srv/towpath/volumes/data`);
    expect(first.calls).toContain(`mount /dev/null ${folder}/srv/towpath/volumes/data`);
    expect(first.fstab).toMatch(/^LABEL=data \S+\/volumes\/data ext4 \S*nofail\S* 0 2\n$/);
    rmSync(join(folder, "calls"));
    const second = run({ status: 0 }, true);
    expect(second.calls.filter(call => /^(mkfs|mount )/.test(call))).toEqual([]);
    expect(second.fstab).toBe(first.fstab);
  });

  it("never formats a disk that holds something, and gives a restored one its label", () => {
    const { status, calls } = run({ status: 0, label: "other" });
    expect(status).toBe(0);
    expect(calls.filter(call => call.startsWith("mkfs"))).toEqual([]);
    expect(calls).toContain("e2label /dev/null data");
  });

  it("stops at a disk whose contents are ambiguous", () => {
    const { status, stderr, calls } = run({ status: 8 });
    expect(status).toBe(1);
    expect(stderr).toContain("data: what /dev/null holds is ambiguous; not formatted");
    expect(calls.filter(call => /^(mkfs|mount )/.test(call))).toEqual([]);
  });
});
