import { createHash } from "node:crypto";
import { sortedEntries } from "./records";

/** SHA-256 of a text, hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Names a release bundle by what is in it: SHA-256 of the lines that `sha256sum` prints for its files, sorted by path.
 * The rollout computes the same on the host before it touches anything.
 */
export function bundleDigest(files: Readonly<Record<string, string>>): string {
  const lines = sortedEntries(files).map(([path, content]) => `${sha256(content)}  ${path}\n`);
  return sha256(lines.join(""));
}
