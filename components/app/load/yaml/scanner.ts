import { scanBlockScalar } from "./block-scalar";
import { Cursor, isBlankOrBreak, isBreak, isBreakOrEnd, YamlError } from "./cursor";
import { Directives } from "./directives";
import { MAX_DEPTH, MAX_SCALARS } from "./limits";
import { scanPlain } from "./plain";
import { scanName, scanTag } from "./properties";
import { scanQuoted } from "./quoted";
import { SimpleKeys } from "./simple-keys";
import type { Token, TokenKind } from "./token";
import { TokenQueue } from "./token-queue";

const NEVER_FIRST = new Set([..."-?:,[]{}#&*!|>'\"%@`	"]);
/** These begin a text unless a blank follows. */
const MAYBE_FIRST = new Set([..."-?:"]);
const MARKS = new Set([..."*&!'\""]);

/** Turns a text into tokens, one at a time, in the order and with the indentation rules of YAML. */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly tokens = new TokenQueue();
  private readonly keys = new SimpleKeys();
  private readonly indents: number[] = [];
  private indent = -1;
  private flow = 0;
  private scalars = 0;
  private readonly directives = new Directives();

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  peek(): Token {
    for (;;) {
      const { first } = this.tokens;
      if (first !== undefined && !this.keys.blocks(this.tokens.next)) return first;
      this.fetch();
    }
  }

  take(): Token {
    const token = this.peek();
    this.tokens.drop();
    return token;
  }

  private fetch(): void {
    const { cursor } = this;
    this.skipToToken();
    this.unroll(cursor.column);
    const character = cursor.text[cursor.at];
    if (character === undefined) this.end();
    else if (cursor.column === 0 && character === "%") this.directive();
    else if (cursor.atDocumentMark()) this.documentMark(character);
    else this.indicator(character, isBlankOrBreak(cursor.code(1)));
  }

  private indicator(character: string, spaced: boolean): void {
    if (character === "[" || character === "{") this.openFlow(character);
    else if (character === "]" || character === "}") this.closeFlow(character);
    else if (character === ",") this.flowEntry();
    else if (character === "-" && spaced) this.entry();
    else if (character === "?" && spaced) this.explicitKey();
    else if (character === ":" && (spaced || (this.flow > 0 && !this.tokens.lastIs(",", "[")))) this.value();
    else if (character === "|" || character === ">") this.textBlock(character);
    else this.node(character, spaced);
  }

  /** Past white space and comments. Tabs may not indent a block. */
  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      if (cursor.column === 0 && cursor.code() === 0xfeff) cursor.at += 1;
      while (cursor.is(" ") || ((this.flow > 0 || !this.keys.allowed) && cursor.is("\t"))) cursor.at += 1;
      if (cursor.is("#")) while (!isBreakOrEnd(cursor.code())) cursor.at += 1;
      if (!isBreak(cursor.code())) return;
      cursor.newLine();
      if (this.flow === 0) this.keys.allowed = true;
    }
  }

  private textBlock(character: string): void {
    const at = this.cursor.at;
    if (this.flow > 0) throw new YamlError(at, `a text cannot begin with \`${character}\` here`);
    this.keys.remove(at);
    this.keys.allowed = true;
    this.scalar(at, scanBlockScalar(this.cursor, this.indent), false);
  }

  private node(character: string, spaced: boolean): void {
    const { cursor } = this;
    const at = cursor.at;
    const free = !NEVER_FIRST.has(character) || (MAYBE_FIRST.has(character) && !spaced);
    if (!free && !MARKS.has(character)) refuseStart(character, at);
    this.saveKey();
    this.keys.allowed = false;
    if (character === "*") this.tokens.push("alias", at, scanName(cursor));
    else if (character === "&") this.tokens.push("anchor", at, scanName(cursor));
    else if (character === "!") this.tokens.push("tag", at, scanTag(cursor, this.directives.handles));
    else if (character === "'" || character === '"') this.scalar(at, scanQuoted(cursor), false);
    else {
      const { text, multiline } = scanPlain(cursor, this.indent + 1, this.flow > 0);
      if (multiline) this.keys.allowed = true;
      this.scalar(at, text, true);
    }
  }

  private scalar(at: number, text: string, plain: boolean): void {
    this.scalars += 1;
    if (this.scalars > MAX_SCALARS)
      throw new YamlError(at, "the file has too many values", "split it with `include`");
    this.tokens.push("scalar", at, text, plain);
  }

  private openFlow(kind: "[" | "{"): void {
    this.saveKey();
    this.flow += 1;
    this.deep(this.flow + this.indents.length, this.cursor.at);
    this.keys.enterFlow();
    this.keys.allowed = true;
    this.mark(kind);
  }

  private closeFlow(kind: "]" | "}"): void {
    this.keys.remove(this.cursor.at);
    if (this.flow > 0) {
      this.flow -= 1;
      this.keys.leaveFlow(this.flow);
    }
    this.keys.allowed = false;
    this.mark(kind);
  }

  private flowEntry(): void {
    this.keys.remove(this.cursor.at);
    this.keys.allowed = true;
    this.mark(",");
  }

  private entry(): void {
    this.beginBlock("list-start", "a list");
    this.keys.remove(this.cursor.at);
    this.keys.allowed = true;
    this.mark("entry");
  }

  private explicitKey(): void {
    this.beginBlock("map-start", "a key");
    this.keys.remove(this.cursor.at);
    this.keys.allowed = this.flow === 0;
    this.mark("key");
  }

  private value(): void {
    const key = this.keys.take(this.cursor.line);
    if (key === undefined) {
      this.beginBlock("map-start", "a mapping");
      this.keys.allowed = this.flow === 0;
    } else {
      this.tokens.insert(key.token, "key", key.at);
      this.roll(key.column, "map-start", key.at, key.token);
      this.keys.allowed = false;
    }
    this.mark("value");
  }

  private beginBlock(kind: TokenKind, what: string): void {
    if (this.flow > 0) return;
    const { at, column } = this.cursor;
    if (!this.keys.allowed) {
      throw new YamlError(
        at,
        `${what} cannot begin here`,
        "begin it on its own line, or put quotes around the text",
      );
    }
    this.roll(column, kind, at);
  }

  private directive(): void {
    this.unroll(-1);
    this.keys.remove(this.cursor.at);
    this.keys.allowed = false;
    this.tokens.push("directive", this.cursor.at);
    this.directives.read(this.cursor);
  }

  private documentMark(character: string): void {
    this.unroll(-1);
    this.keys.remove(this.cursor.at);
    this.keys.allowed = false;
    this.tokens.push(character === "-" ? "document-start" : "document-end", this.cursor.at);
    this.cursor.at += 3;
    this.scalars = 0;
    if (character === ".") this.directives.clear();
  }

  private end(): void {
    this.unroll(-1);
    this.keys.finish(this.cursor.at);
    this.tokens.push("end", this.cursor.at);
  }

  /** Begins a block collection where one is indented further than the one around it. */
  private roll(column: number, kind: TokenKind, at: number, number = this.tokens.end): void {
    if (this.flow > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    this.deep(this.indents.length, at);
    this.tokens.insert(number, kind, at);
  }

  /** Ends the block collections that are indented further than a column. */
  private unroll(column: number): void {
    if (this.flow > 0) return;
    while (this.indent > column) {
      this.tokens.push("block-end", this.cursor.at);
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private saveKey(): void {
    const { cursor } = this;
    const required = this.flow === 0 && this.indent === cursor.column;
    this.keys.save({
      required,
      flow: this.flow,
      token: this.tokens.end,
      at: cursor.at,
      line: cursor.line,
      column: cursor.column,
    });
  }

  private mark(kind: TokenKind): void {
    this.tokens.push(kind, this.cursor.at);
    this.cursor.at += 1;
  }

  private deep(depth: number, at: number): void {
    if (depth > MAX_DEPTH) throw new YamlError(at, "this is nested too deeply", "use fewer levels");
  }
}

function refuseStart(character: string, at: number): never {
  if (character === "\t") throw new YamlError(at, "a tab stands where only spaces may indent", "use spaces");
  throw new YamlError(at, `a text cannot begin with \`${character}\``, "put quotes around the text");
}
