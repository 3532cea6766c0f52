import type { Token, TokenKind } from "./token";

/** Tokens that have been scanned and not yet read. Each keeps its number, also when those before it are gone. */
export class TokenQueue {
  private tokens: Token[] = [];
  private head = 0;
  private gone = 0;

  /** The number of the next token to be read. */
  get next(): number {
    return this.gone + this.head;
  }

  /** The number that the next token to be scanned will have. */
  get end(): number {
    return this.gone + this.tokens.length;
  }

  get first(): Token | undefined {
    return this.tokens[this.head];
  }

  /** Whether the token that was scanned last is of one of these kinds. */
  lastIs(...kinds: readonly TokenKind[]): boolean {
    const last = this.tokens.at(-1);
    return last !== undefined && kinds.includes(last.kind);
  }

  push(kind: TokenKind, at: number, text = "", plain = false): void {
    this.tokens.push({ kind, at, text, plain });
  }

  /** Puts a token before the one of a number. */
  insert(number: number, kind: TokenKind, at: number): void {
    this.tokens.splice(number - this.gone, 0, { kind, at, text: "", plain: false });
  }

  drop(): void {
    this.head += 1;
    if (this.head < 1024) return;
    this.tokens = this.tokens.slice(this.head);
    this.gone += this.head;
    this.head = 0;
  }
}
