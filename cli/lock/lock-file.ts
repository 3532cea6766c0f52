import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { type ImageLock, LOCK_FILE } from "../../components/app/lock/image-lock";
import { sortedEntries } from "../../components/lib/records";

const HEAD =
  "# Made by `towpath lock`: the digest of each published image when it was locked. Commit this file.\n";

/** Writes the lock of a folder, whole or not at all. */
export function writeLock(folder: string, lock: ImageLock): void {
  const images = Object.fromEntries(sortedEntries(lock));
  const text = HEAD + stringify({ version: 1, images }, { lineWidth: 0 });
  const file = join(folder, LOCK_FILE);
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
