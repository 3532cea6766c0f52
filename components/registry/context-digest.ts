import { createHash, type Hash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * SHA-256 over a build context's paths, modes and contents, hex; undefined when the folder is not there. It never
 * misses a change. What `.dockerignore` names literally is left out; for what only a pattern leaves out, a change
 * gives another digest and at worst a build that comes from the cache.
 */
export function contextDigest(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const hash = createHash("sha256");
  add(hash, folder, "", ignoredPaths(folder));
  return hash.digest("hex");
}

function add(hash: Hash, folder: string, path: string, ignored: ReadonlySet<string>): void {
  for (const name of readdirSync(join(folder, path)).sort()) {
    const inner = path === "" ? name : `${path}/${name}`;
    if (ignored.has(inner)) continue;
    const full = join(folder, inner);
    const stat = lstatSync(full);
    if (stat.isDirectory()) {
      add(hash, folder, inner, ignored);
      continue;
    }
    const content = stat.isSymbolicLink() ? readlinkSync(full) : stat.isFile() ? readFileSync(full) : "";
    const executable = (stat.mode & 0o100) !== 0 ? "x" : "-";
    hash.update(`${inner}\0${stat.isSymbolicLink() ? "l" : executable}\0${Buffer.byteLength(content)}\0`);
    hash.update(content);
  }
}

/** Lines of `.dockerignore` that are plain paths; none when a line brings something back. */
function ignoredPaths(folder: string): ReadonlySet<string> {
  const file = join(folder, ".dockerignore");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split(/\r?\n/) : [];
  const rules = lines.map(line => line.trim()).filter(line => line !== "" && !line.startsWith("#"));
  if (rules.some(rule => rule.startsWith("!"))) return new Set();
  const plain = rules.filter(rule => !/[*?[\]\\]/.test(rule));
  return new Set(plain.map(rule => rule.replace(/^\.?\/+|\/+$/g, "")));
}
