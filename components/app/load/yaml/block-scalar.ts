import { type Cursor, isBlank, isBreak, isBreakOrEnd, YamlError } from "./cursor";

/** Reads a scalar after `|` or `>`. `parent` is the column of the block that it stands in, -1 at the top. */
export function scanBlockScalar(cursor: Cursor, parent: number): string {
  const literal = cursor.is("|");
  const start = cursor.at;
  cursor.at += 1;
  const { chomp, increment } = header(cursor, start);
  const block = new Block(cursor, increment === 0 ? 0 : Math.max(parent, 0) + increment, parent, start);
  const parts: string[] = [];
  let lineBreak = "";
  let blanks = block.skipEmptyLines();
  let wasBlank = false;
  while (cursor.column === block.indent && cursor.code() !== 0) {
    const blank = isBlank(cursor.code());
    const fold = !literal && lineBreak === "\n" && !wasBlank && !blank;
    parts.push(fold ? (blanks === "" ? " " : "") : lineBreak, blanks);
    wasBlank = blank;
    parts.push(block.restOfLine());
    lineBreak = cursor.code() === 0 ? "" : cursor.newLine();
    blanks = block.skipEmptyLines();
  }
  if (chomp !== "-") parts.push(lineBreak);
  if (chomp === "+") parts.push(blanks);
  return parts.join("");
}

/** What follows `|` or `>` on its line: `+` or `-`, a digit, a comment. */
function header(cursor: Cursor, start: number): { chomp: string; increment: number } {
  const match = /^([+-]?)([0-9]?)([+-]?)/.exec(cursor.text.slice(cursor.at, cursor.at + 3));
  const [all = "", before = "", digit = "", after = ""] = match ?? [];
  cursor.at += all.length;
  if (digit === "0") throw new YamlError(start, "an indentation of 0 is not possible");
  cursor.skipBlanks();
  if (cursor.is("#")) while (!isBreakOrEnd(cursor.code())) cursor.at += 1;
  if (!isBreakOrEnd(cursor.code()) || (before !== "" && after !== "")) {
    throw new YamlError(cursor.at, "a text block begins on its own line", "put the text on the next line");
  }
  if (isBreak(cursor.code())) cursor.newLine();
  return { chomp: before || after, increment: Number(digit) };
}

class Block {
  constructor(
    private readonly cursor: Cursor,
    /** The column of the text; 0 until the first line has shown it. */
    public indent: number,
    private readonly parent: number,
    private readonly start: number,
  ) {}

  /** Goes past indentation and empty lines, and gives their breaks. */
  skipEmptyLines(): string {
    const { cursor } = this;
    let breaks = "";
    let deepest = 0;
    for (;;) {
      while ((this.indent === 0 || cursor.column < this.indent) && cursor.is(" ")) cursor.at += 1;
      deepest = Math.max(deepest, cursor.column);
      if ((this.indent === 0 || cursor.column < this.indent) && cursor.is("\t")) {
        throw new YamlError(this.start, "a tab stands where only spaces may indent", "use spaces");
      }
      if (!isBreak(cursor.code())) break;
      breaks += cursor.newLine();
    }
    if (this.indent === 0) this.indent = Math.max(deepest, this.parent + 1, 1);
    return breaks;
  }

  restOfLine(): string {
    const { cursor } = this;
    const start = cursor.at;
    while (!isBreakOrEnd(cursor.code())) cursor.at += 1;
    return cursor.text.slice(start, cursor.at);
  }
}
