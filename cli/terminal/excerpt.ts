import { readFileSync } from "node:fs";
import type { Position } from "../../components/lib/issues";
import { looksLikeCredential } from "../../components/workloads/shared/credentials";
import { printable } from "./printable";
import { WIDTH } from "./wrap";

/** Keys of the specification whose name sounds like a credential and whose value is none. */
const HARMLESS = new Set(["secret", "secrets", "credential_spec"]);
const HIDDEN = "••••";

/** One line of a source file as it may be shown, and the column in it that is meant, both for printing. */
export interface Excerpt {
  readonly text: string;
  /** Characters before the place. */
  readonly offset: number;
}

/** Shows lines of files; each file is read once. */
export class Excerpts {
  readonly #lines = new Map<string, readonly string[]>();

  /** The line at a position without its indentation; undefined when it cannot be read. */
  at({ file, line, column }: Position): Excerpt | undefined {
    const whole = this.#linesOf(file)[line - 1];
    if (whole === undefined || whole.trim() === "") return undefined;
    const indent = whole.length - whole.trimStart().length;
    const shown = hideCredentials(whole.trim());
    const offset = Math.min(Math.max(0, column - 1 - indent), shown.length);
    const start = offset > WIDTH / 2 ? offset - 20 : 0;
    const text = shown.slice(start, start + WIDTH - 20);
    return { text: printable(text), offset: printable(shown.slice(start, offset)).length };
  }

  #linesOf(file: string): readonly string[] {
    const known = this.#lines.get(file);
    if (known !== undefined) return known;
    const lines = readLines(file);
    this.#lines.set(file, lines);
    return lines;
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split(/\r\n|\n|\r/);
  } catch {
    return [];
  }
}

/** Excerpts end in CI logs, which are no place for a password. */
function hideCredentials(line: string): string {
  for (const found of line.matchAll(/([A-Za-z_][\w-]*)["']?\s*[:=]\s*(?=[^\s])/g)) {
    const [matched, name = ""] = found;
    if (!HARMLESS.has(name) && looksLikeCredential(name)) {
      return `${line.slice(0, found.index + matched.length)}${HIDDEN}`;
    }
  }
  return line.replace(/(:\/\/[^\s:@/]*:)[^\s@/]+@/g, `$1${HIDDEN}@`);
}
