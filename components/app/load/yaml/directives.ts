import { type Cursor, isBreakOrEnd, YamlError } from "./cursor";

/** What the `%` lines before a document say: `%YAML 1.x`, and `%TAG` with a handle and what it stands for. */
export class Directives {
  private readonly found = new Map<string, string>();

  get handles(): ReadonlyMap<string, string> {
    return this.found;
  }

  /** Reads the line at the cursor. */
  read(cursor: Cursor): void {
    const start = cursor.at;
    while (!isBreakOrEnd(cursor.code())) cursor.at += 1;
    const line = cursor.text
      .slice(start, cursor.at)
      .replace(/\s#.*$/, "")
      .trimEnd();
    const tag = /^%TAG[ \t]+(!(?:[\w-]*!)?)[ \t]+(\S+)$/.exec(line);
    if (tag !== null) this.found.set(tag[1] ?? "!", tag[2] ?? "!");
    else if (!/^%YAML[ \t]+1\.\d+$/.test(line))
      throw new YamlError(start, `\`${line}\` is no known directive`);
  }

  clear(): void {
    this.found.clear();
  }
}
