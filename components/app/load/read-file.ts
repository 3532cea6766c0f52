import { readFileSync, statSync } from "node:fs";
import type { Position } from "../../lib/issues";
import type { Path } from "./path";
import { refuse } from "./problems";

/** The largest file that is read, in bytes. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Reads a text file. @throws InvalidInput when it is missing, no file, too large, or no UTF-8 (UTF-16 with a mark). */
export function readText(file: string, path: Path, at?: Position): string {
  return decode(readBytes(file, path, at), file, path, at);
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function readBytes(file: string, path: Path, at?: Position): Buffer {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return refuse(path, `${file} is a folder`, "name a file", at);
    if (stat.size > MAX_BYTES) return refuse(path, `${file} is larger than 32 MiB`, "split it", at);
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    const wrong = code === "ENOENT" ? `${file} does not exist` : `${file} cannot be read (${code})`;
    return refuse(path, wrong, "check the path", at);
  }
}

function decode(content: Buffer, file: string, path: Path, at?: Position): string {
  const mark = content.length > 1 ? content.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse(path, `${file} is no UTF-8 text`, "save it as UTF-8", at);
  }
}
