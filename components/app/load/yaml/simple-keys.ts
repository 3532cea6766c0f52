import { YamlError } from "./cursor";

/** A token that becomes a key when a `:` follows on its line. */
export interface SimpleKey {
  /** Nothing but a key can stand there. */
  readonly required: boolean;
  readonly flow: number;
  /** Its place among all tokens. */
  readonly token: number;
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** Remembers what may turn out to be a key, one a level of flow collections. */
export class SimpleKeys {
  /** Whether a key may begin at the next token. */
  allowed = true;
  private current: SimpleKey | undefined;
  private required = false;
  private readonly outer: SimpleKey[] = [];

  save(key: SimpleKey): void {
    if (!this.allowed) return;
    this.remove(key.at);
    this.current = key;
    this.required = key.required;
  }

  /** @throws YamlError when only a key could have stood there */
  remove(at: number): void {
    if (this.required) throw new YamlError(this.current?.at ?? at, "a key has no `:`", "write `key: value`");
    this.current = undefined;
  }

  /** Nothing can become a key any more. @throws YamlError as `remove` */
  finish(at: number): void {
    this.remove(at);
    this.outer.length = 0;
    this.allowed = false;
  }

  /** The key that a `:` on this line belongs to. */
  take(line: number): SimpleKey | undefined {
    const key = this.current?.line === line ? this.current : undefined;
    if (key === undefined) return undefined;
    this.current = undefined;
    this.required = false;
    return key;
  }

  enterFlow(): void {
    if (this.current !== undefined) this.outer.push(this.current);
    this.current = undefined;
    this.required = false;
  }

  leaveFlow(flow: number): void {
    const last = this.outer.at(-1);
    if (last === undefined || last.flow !== flow) return;
    this.outer.pop();
    this.current = last;
    this.required = last.required;
  }

  /** Whether a token may still become a key, so that it cannot be handed out. */
  blocks(token: number): boolean {
    return (this.outer[0] ?? this.current)?.token === token;
  }
}
