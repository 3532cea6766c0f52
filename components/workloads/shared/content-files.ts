import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** One file of a mounted folder, or the mounted file itself. */
export interface ContentFile {
  /** Relative to the mount's source, with `/`; the empty string when the source is the file. */
  readonly path: string;
  /** UTF-8 text, or base64 when `binary`. */
  readonly content: string;
  readonly binary: boolean;
  /** 0o755 when the owner may run it, else 0o644. */
  readonly mode: number;
  /** Bytes on disk. */
  readonly size: number;
}

/** More than this belongs in an image or a volume. */
const MAX_FILES = 2000;
const MAX_BYTES = 16 * 1024 * 1024;

/** The files under `source`, sorted by path, or why they cannot be shipped. Links must stay inside `root`. */
export function contentFiles(source: string, root: string): readonly ContentFile[] | string {
  try {
    const paths = filesUnder(source);
    return whyNot(source, paths, root) ?? paths.map(path => readContent(path, relative(source, path)));
  } catch (error) {
    return `it cannot be read (${error instanceof Error && "code" in error ? error.code : error})`;
  }
}

function whyNot(source: string, paths: readonly string[], root: string): string | undefined {
  const realRoot = realpathSync(root);
  const outside = paths.find(path => relative(realRoot, realpathSync(path)).startsWith(".."));
  if (outside !== undefined) return `${outside} is a link that leads out of the project`;
  const special = paths.find(path => !statSync(path).isFile());
  if (special !== undefined) return `${special} is neither a file nor a folder`;
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  if (paths.length <= MAX_FILES && bytes <= MAX_BYTES) return undefined;
  return `${source} holds ${paths.length} files, ${bytes} bytes; at most ${MAX_FILES} and ${MAX_BYTES} are shipped`;
}

function filesUnder(source: string): string[] {
  if (!statSync(source).isDirectory()) return [source];
  const found = readdirSync(source, { withFileTypes: true }).flatMap(entry => {
    const path = join(source, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
  return found.sort();
}

function readContent(path: string, name: string): ContentFile {
  const bytes = readFileSync(path);
  const binary = !isUtf8(bytes) || bytes.includes(0);
  return {
    path: name,
    content: bytes.toString(binary ? "base64" : "utf8"),
    binary,
    mode: (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755,
    size: bytes.length,
  };
}
