import { InvalidTemplate, type Lookup, MissingVariable, substitute } from "../interpolate/template";
import { unescaped } from "./unescape";

/** A line of an env file cannot be read. */
export class InvalidEnvFile extends Error {
  constructor(
    readonly line: number,
    readonly wrong: string,
  ) {
    super(wrong);
  }
}

const BLANK = new Set(["\t", "\v", "\f", "\r", " ", "\u0085", "\u00a0"]);

/**
 * Reads an env file into `variables`: `KEY=value`, `KEY: value`, `export`, comments, quotes over several lines,
 * variables in all but single quotes. `KEY` alone is taken from `lookup`, when it is there. Gives the names it set.
 *
 * @throws InvalidEnvFile
 */
export function parseDotenv(text: string, variables: Map<string, string>, lookup: Lookup): Set<string> {
  const names = new Set<string>();
  const reader = new Reader(text.replace(/^\ufeff/, ""));
  while (reader.skipToStatement()) {
    const { key, inherited } = reader.key();
    if (key.includes(" ")) throw new InvalidEnvFile(reader.line, `the key \`${key}\` has a space`);
    if (inherited) {
      const value = lookup(key);
      if (value !== undefined) {
        variables.set(key, value);
        names.add(key);
      }
      continue;
    }
    const { value, literal } = reader.value();
    variables.set(
      key,
      literal ? value : expand(value, reader.line, name => lookup(name) ?? variables.get(name)),
    );
    names.add(key);
  }
  return names;
}

function expand(value: string, line: number, lookup: Lookup): string {
  try {
    return substitute(value, lookup);
  } catch (error) {
    if (error instanceof InvalidTemplate) throw new InvalidEnvFile(line, `\`${value}\` is no valid template`);
    if (error instanceof MissingVariable) throw new InvalidEnvFile(line, error.message);
    throw error;
  }
}

class Reader {
  line = 1;
  private at = 0;

  constructor(private readonly text: string) {}

  /** Goes past white space and comments; false at the end. */
  skipToStatement(): boolean {
    for (;;) {
      const rest = /\S/u.exec(this.text.slice(this.at));
      const stop = rest === null ? this.text.length : this.at + rest.index;
      this.line += count(this.text.slice(this.at, stop));
      this.at = stop;
      if (rest === null) return false;
      if (this.text[stop] !== "#") return true;
      const end = this.text.indexOf("\n", stop);
      if (end < 0) return false;
      this.at = end;
    }
  }

  /** The key, and whether it stands alone. */
  key(): { key: string; inherited: boolean } {
    const word = /^export\s+/.exec(this.text.slice(this.at, this.at + 4096));
    if (word !== null) this.at += 6 + blanks(this.text.slice(this.at + 6));
    const start = this.at;
    for (const character of this.text.slice(start)) {
      if (character === "=" || character === ":" || character === "\n")
        return this.endKey(start, character === "\n");
      if (!BLANK.has(character) && !/[\p{L}\p{N}_.\-[\]]/u.test(character)) {
        throw new InvalidEnvFile(this.line, `unexpected \`${character}\` in the name of a variable`);
      }
      this.at += character.length;
    }
    if (this.at === start) throw new InvalidEnvFile(this.line, "a name is missing");
    // A name that the end of the file cuts off has no key at all.
    this.at = start;
    return { key: "", inherited: false };
  }

  private endKey(start: number, inherited: boolean): { key: string; inherited: boolean } {
    const key = this.text.slice(start, this.at).trimEnd();
    this.at += 1;
    if (inherited && !key.includes(" ")) this.line += 1;
    this.at += blanks(this.text.slice(this.at));
    return { key, inherited };
  }

  /** The value up to the end of the line or of the quotes; `literal` when no variables are put in. */
  value(): { value: string; literal: boolean } {
    const quote = this.text[this.at];
    if (quote === '"' || quote === "'") return this.quoted(quote);
    const end = this.text.indexOf("\n", this.at);
    const line = this.text.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 1;
    this.line += 1;
    const comment = line.indexOf(" #");
    return { value: (comment < 0 ? line : line.slice(0, comment)).trimEnd(), literal: false };
  }

  private quoted(quote: string): { value: string; literal: boolean } {
    const start = this.line;
    let value = "";
    let escaped = false;
    for (let index = this.at + 1; index < this.text.length; index++) {
      const character = this.text[index] ?? "";
      if (character === "\n") this.line += 1;
      if (character === quote && !escaped) {
        this.at = index + 1;
        return quote === "'" ? { value, literal: true } : { value: unescaped(value), literal: false };
      }
      if (character === "\\" && !escaped) {
        escaped = true;
        continue;
      }
      value += escaped && character !== quote ? `\\${character}` : character;
      escaped = false;
    }
    throw new InvalidEnvFile(start, "a quote is not closed");
  }
}

function blanks(text: string): number {
  let size = 0;
  while (BLANK.has(text[size] ?? "")) size += 1;
  return size;
}

function count(text: string): number {
  return text.split("\n").length - 1;
}
