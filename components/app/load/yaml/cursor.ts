const TAB = 0x09;
const SPACE = 0x20;
const CR = 0x0d;
const LF = 0x0a;

/** A text cannot be read as YAML from `at` on. */
export class YamlError extends Error {
  constructor(
    readonly at: number,
    readonly wrong: string,
    readonly instead = "correct the YAML here",
  ) {
    super(wrong);
  }
}

/** A place in a text, with its line and column, both from 0. */
export class Cursor {
  at = 0;
  line = 0;
  lineStart = 0;

  constructor(readonly text: string) {}

  get column(): number {
    return this.at - this.lineStart;
  }

  /** The code of the character here, or so far on; 0 at the end. */
  code(offset = 0): number {
    const index = this.at + offset;
    return index < this.text.length ? this.text.charCodeAt(index) : 0;
  }

  /** Whether the text goes on with these characters. */
  is(characters: string): boolean {
    return this.text.startsWith(characters, this.at);
  }

  skipBlanks(): void {
    while (isBlank(this.code())) this.at += 1;
  }

  /** Goes past a line break, and gives what it counts as. */
  newLine(): string {
    const code = this.code();
    this.at += code === CR && this.code(1) === LF ? 2 : 1;
    this.line += 1;
    this.lineStart = this.at;
    return code > 0xff ? String.fromCharCode(code) : "\n";
  }

  /** `---` or `...` alone at the beginning of a line. */
  atDocumentMark(): boolean {
    return this.column === 0 && (this.is("---") || this.is("...")) && isBlankOrBreak(this.code(3));
  }
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBreak(code: number): boolean {
  return code === LF || code === CR || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** A line break, or the end of the text. */
export function isBreakOrEnd(code: number): boolean {
  return code === 0 || isBreak(code);
}

/** White space of any kind, or the end of the text. */
export function isBlankOrBreak(code: number): boolean {
  return code === SPACE || code === TAB || isBreakOrEnd(code);
}
