import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { InvalidInput } from "../../components/lib/issues";
import { shownPath } from "../terminal/location";
import type { Artefact, RenderedFile } from "./artefact";

/** Names what the last run wrote, so that the next one can take away what it does not write again. */
const LIST = ".artefacts.json";

/**
 * Writes rendered files under `out` and removes those of an earlier run that are not among them; nothing else
 * in the folder is touched. Returns them by path.
 *
 * @throws InvalidInput when the folder cannot be written
 */
export function writeArtefacts(files: readonly RenderedFile[], out: string, directory: string): Artefact[] {
  const root = resolve(directory, out);
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const wanted = new Map(sorted.map(file => [inside(root, file.path), file]));
  try {
    for (const path of earlier(root)) if (!wanted.has(path)) rmSync(path, { force: true });
    for (const [path, { content }] of wanted) write(path, content);
    write(join(root, LIST), `${JSON.stringify([...wanted.values()].map(({ path }) => path))}\n`);
  } catch (error) {
    throw unwritable(error, out);
  }
  return [...wanted].map(([path, { kind, content }]) => ({
    kind,
    path: shownPath(path, directory),
    bytes: Buffer.byteLength(content),
    sha256: createHash("sha256").update(content).digest("hex"),
  }));
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function earlier(root: string): string[] {
  try {
    const paths: unknown = JSON.parse(readFileSync(join(root, LIST), "utf8"));
    if (!Array.isArray(paths)) return [];
    return paths.filter(path => typeof path === "string").map(path => inside(root, path));
  } catch {
    return [];
  }
}

function inside(root: string, path: string): string {
  const whole = resolve(root, path);
  const within = relative(root, whole);
  if (within === "" || within === ".." || within.startsWith(`..${sep}`)) {
    throw new Error(`the artefact ${path} lies outside the output folder`);
  }
  return whole;
}

function unwritable(error: unknown, out: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string") return error;
  return new InvalidInput([
    {
      path: "--out",
      wrong: `${out} cannot be written (${code})`,
      instead: "name a folder that you may write to",
    },
  ]);
}
