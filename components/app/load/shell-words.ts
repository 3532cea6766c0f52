/**
 * Splits a command line into words as the reference loader does: quotes, backslashes; it ends at an unquoted
 * `;`, `&`, `|`, `<` or `>`. Undefined when a quote or bracket stays open.
 */
export function splitCommand(line: string): string[] | undefined {
  const splitter = new Splitter();
  for (const character of line) {
    if (!splitter.take(character)) break;
  }
  return splitter.finish();
}

const ENDS = new Set([";", "&", "|", "<", ">"]);
const SPACES = new Set([" ", "\t", "\r", "\n"]);

class Splitter {
  private readonly words: string[] = [];
  private word = "";
  private inWord = false;
  private escaped = false;
  private broken = false;
  private quote: "" | '"' | "'" | "`" | "(" = "";

  /** False at the end of the command. */
  take(character: string): boolean {
    if (this.escaped) {
      this.escaped = false;
      this.keep(character);
    } else if (character === "\\") {
      if (this.quote === "'") this.word += character;
      else this.escaped = true;
    } else if (SPACES.has(character)) this.space(character);
    else return this.other(character);
    return true;
  }

  finish(): string[] | undefined {
    if (this.broken || this.escaped || this.quote !== "") return undefined;
    this.endWord();
    return this.words;
  }

  private other(character: string): boolean {
    if (character === '"' || character === "'") return this.quoteMark(character);
    if (character === "`" && (this.quote === "" || this.quote === "`")) {
      this.quote = this.quote === "" ? "`" : "";
    } else if (character === ")" && (this.quote === "" || this.quote === "(")) {
      this.quote = this.quote === "(" ? "" : "(";
    } else if (character === "(" && (this.quote === "" || this.quote === "(")) return this.bracket();
    else if (ENDS.has(character) && this.quote === "") {
      // A digit before `>` is the number of what is redirected, not a word.
      if (character === ">" && /^\d/.test(this.word)) this.inWord = false;
      return false;
    }
    this.keep(character);
    return true;
  }

  private quoteMark(character: '"' | "'"): boolean {
    if (this.quote === character) {
      this.quote = "";
      this.inWord = true;
    } else if (this.quote === "" || this.quote === "`") {
      // A backquote goes on inside quotes; what opens here must close first.
      if (this.quote === "") this.quote = character;
      else this.keep(character);
    } else this.keep(character);
    return true;
  }

  private bracket(): boolean {
    if (this.quote === "" && this.word.endsWith("$")) {
      this.quote = "(";
      this.word += "(";
      return true;
    }
    this.broken = true;
    return false;
  }

  private space(character: string): void {
    if (this.quote === "") this.endWord();
    else this.word += character;
  }

  private keep(character: string): void {
    this.word += character;
    this.inWord = true;
  }

  private endWord(): void {
    if (this.inWord) this.words.push(this.word);
    this.word = "";
    this.inWord = false;
  }
}
