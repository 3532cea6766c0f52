import { YamlError } from "./cursor";
import type { YamlNode } from "./node";
import { Scanner } from "./scanner";
import type { Token, TokenKind } from "./token";

/** The documents of a text; null for one that is empty. @throws YamlError */
export function readNodes(text: string): (YamlNode | null)[] {
  return new Reader(new Scanner(text)).documents();
}

const NO_CONTENT: ReadonlySet<TokenKind> = new Set<TokenKind>([
  "directive",
  "document-start",
  "document-end",
  "end",
]);
const NO_KEY: ReadonlySet<TokenKind> = new Set<TokenKind>(["key", "value", "block-end"]);
const NO_ENTRY: ReadonlySet<TokenKind> = new Set<TokenKind>(["entry", "block-end"]);
const NO_LOOSE_ENTRY: ReadonlySet<TokenKind> = new Set<TokenKind>(["entry", "key", "value", "block-end"]);
const NO_FLOW_KEY: ReadonlySet<TokenKind> = new Set<TokenKind>(["value", ",", "]", "}"]);
const NO_FLOW_VALUE: ReadonlySet<TokenKind> = new Set<TokenKind>([",", "]", "}"]);

class Reader {
  constructor(private readonly scanner: Scanner) {}

  documents(): (YamlNode | null)[] {
    const documents: (YamlNode | null)[] = [];
    for (let first = true; ; first = false) {
      while (!first && this.next("document-end")) this.scanner.take();
      if (this.next("end")) return documents;
      let explicit = false;
      while (this.next("directive")) {
        this.scanner.take();
        explicit = true;
      }
      if (this.next("document-start")) this.scanner.take();
      else if (explicit || !first) this.fail("a document begins with `---`");
      documents.push(NO_CONTENT.has(this.scanner.peek().kind) ? null : this.node(true, true));
      if (NO_CONTENT.has(this.scanner.peek().kind)) continue;
      this.fail("this does not belong to the document before it");
    }
  }

  private node(block: boolean, loose: boolean): YamlNode {
    const first = this.scanner.peek();
    if (first.kind === "alias") {
      this.scanner.take();
      return { kind: "alias", at: first.at, name: first.text };
    }
    const properties: { tag?: string; anchor?: string } = {};
    for (let token = first; ; token = this.scanner.peek()) {
      if (token.kind === "anchor" && properties.anchor === undefined) properties.anchor = token.text;
      else if (token.kind === "tag" && properties.tag === undefined) properties.tag = token.text;
      else return this.content(token, { at: first.at, ...properties }, block, loose);
      this.scanner.take();
    }
  }

  private content(token: Token, base: Base, block: boolean, loose: boolean): YamlNode {
    if (token.kind === "scalar") {
      this.scanner.take();
      return { kind: "scalar", ...base, text: token.text, plain: token.plain };
    }
    if (token.kind === "entry" && loose) return { kind: "list", ...base, items: this.looseEntries() };
    if (token.kind === "[") return { kind: "list", ...base, items: this.flowList() };
    if (token.kind === "{") return { kind: "map", ...base, entries: this.flowMap() };
    if (token.kind === "list-start" && block) return { kind: "list", ...base, items: this.blockList() };
    if (token.kind === "map-start" && block) return { kind: "map", ...base, entries: this.blockMap() };
    if (base.anchor !== undefined || base.tag !== undefined)
      return { kind: "scalar", ...base, text: "", plain: true };
    return this.fail("a value is missing or not possible here");
  }

  private blockList(): YamlNode[] {
    this.scanner.take();
    const items: YamlNode[] = [];
    while (this.next("entry")) {
      const at = this.scanner.take().at;
      items.push(NO_ENTRY.has(this.scanner.peek().kind) ? empty(at) : this.node(true, false));
    }
    this.expect("block-end", "a list goes on with `- `, or less indented");
    return items;
  }

  /** Entries of a list that is not indented further than the key it belongs to. */
  private looseEntries(): YamlNode[] {
    const items: YamlNode[] = [];
    while (this.next("entry")) {
      const at = this.scanner.take().at;
      items.push(NO_LOOSE_ENTRY.has(this.scanner.peek().kind) ? empty(at) : this.node(true, false));
    }
    return items;
  }

  private blockMap(): Entry[] {
    this.scanner.take();
    const entries: Entry[] = [];
    while (this.next("key")) {
      const at = this.scanner.take().at;
      const key = NO_KEY.has(this.scanner.peek().kind) ? empty(at) : this.node(true, true);
      entries.push({ key, value: this.blockValue(at) });
    }
    this.expect("block-end", "a mapping goes on with a key at the same indentation");
    return entries;
  }

  private blockValue(at: number): YamlNode {
    if (!this.next("value")) return empty(at);
    this.scanner.take();
    return NO_KEY.has(this.scanner.peek().kind) ? empty(at) : this.node(true, true);
  }

  private flowList(): YamlNode[] {
    this.scanner.take();
    const items: YamlNode[] = [];
    for (let first = true; !this.next("]"); first = false) {
      if (!first) this.expect(",", "`,` or `]` is missing");
      if (this.next("]")) break;
      items.push(this.next("key") ? this.flowPair() : this.node(false, false));
    }
    this.scanner.take();
    return items;
  }

  private flowPair(): YamlNode {
    const at = this.scanner.take().at;
    const key = NO_FLOW_KEY.has(this.scanner.peek().kind) ? empty(at) : this.node(false, false);
    return { kind: "map", at, entries: [{ key, value: this.flowValue(at) }] };
  }

  private flowMap(): Entry[] {
    this.scanner.take();
    const entries: Entry[] = [];
    for (let first = true; !this.next("}"); first = false) {
      if (!first) this.expect(",", "`,` or `}` is missing");
      if (this.next("}")) break;
      if (this.next("key")) {
        const at = this.scanner.take().at;
        const key = NO_FLOW_KEY.has(this.scanner.peek().kind) ? empty(at) : this.node(false, false);
        entries.push({ key, value: this.flowValue(at) });
      } else {
        const key = this.node(false, false);
        entries.push({ key, value: empty(key.at) });
      }
    }
    this.scanner.take();
    return entries;
  }

  private flowValue(at: number): YamlNode {
    if (!this.next("value")) return empty(at);
    this.scanner.take();
    return NO_FLOW_VALUE.has(this.scanner.peek().kind) ? empty(at) : this.node(false, false);
  }

  private next(kind: TokenKind): boolean {
    return this.scanner.peek().kind === kind;
  }

  private expect(kind: TokenKind, wrong: string): void {
    if (!this.next(kind)) this.fail(wrong);
    this.scanner.take();
  }

  private fail(wrong: string): never {
    throw new YamlError(this.scanner.peek().at, wrong);
  }
}

type Entry = { readonly key: YamlNode; readonly value: YamlNode };
type Base = { readonly at: number; readonly tag?: string; readonly anchor?: string };

function empty(at: number): YamlNode {
  return { kind: "scalar", at, text: "", plain: true };
}
