import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

export interface Disk {
  /** What it has of this machine, relative to the root. */
  readonly ofHere: readonly string[];
  /** What else is on it, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Permissions of the files that are no programs. */
  readonly mode: number;
}

/** What systemd says of the units among the files of a disk, which has nothing else. */
export function verifyUnits({ ofHere, files, mode }: Disk) {
  const root = mkdtempSync(join(tmpdir(), "units-"));
  try {
    for (const path of ofHere)
      cpSync(`/${path}`, join(root, path), { recursive: true, verbatimSymlinks: true });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), content, { mode: content.startsWith("#!") ? 0o755 : mode });
    }
    const units = Object.keys(files).filter(path => path.startsWith("/etc/systemd/system/"));
    const args = ["verify", "--man=no", "--recursive-errors=no", `--root=${root}`];
    const names = units.map(path => basename(path));
    const { status, stderr } = spawnSync("systemd-analyze", [...args, ...names], { encoding: "utf8" });
    return { units, status, stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}
