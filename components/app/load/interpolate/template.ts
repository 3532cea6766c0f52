/** A variable's value, or undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

/** The text is no valid template, e.g. `${A` or `${1}`. */
export class InvalidTemplate extends Error {
  constructor(readonly template: string) {
    super(`invalid template ${template}`);
  }
}

/** `${NAME:?message}` or `${NAME?message}` without a value. */
export class MissingVariable extends Error {
  constructor(
    readonly variable: string,
    readonly reason: string,
  ) {
    super(`required variable ${variable} is missing a value`);
  }
}

/** Variables inside the defaults of others. */
const MAX_DEPTH = 500;
const NAME = /[_a-zA-Z][_a-zA-Z0-9]*/y;
const OPERATOR = /:?[-+?]/y;

/**
 * Puts variables into a text: `$NAME`, `${NAME}`, `:-`, `-`, `:+`, `+`, `:?`, `?`, nested; `$$` is a dollar sign.
 * `unset` is told each variable that has no value and no default.
 *
 * @throws InvalidTemplate, MissingVariable
 */
export function substitute(
  template: string,
  lookup: Lookup,
  unset: (name: string) => void = () => {},
): string {
  return template.includes("$") ? new Substitution(template, lookup, unset, 0).run() : template;
}

class Substitution {
  private at = 0;
  /** The end of the line that `last`, its last closing brace, was looked for in. */
  private lineEnd = -1;
  private last = -1;

  constructor(
    private readonly template: string,
    private readonly lookup: Lookup,
    private readonly unset: (name: string) => void,
    private readonly depth: number,
  ) {}

  run(): string {
    const { template } = this;
    let text = "";
    for (;;) {
      const dollar = template.indexOf("$", this.at);
      if (dollar < 0) return text + template.slice(this.at);
      text += template.slice(this.at, dollar);
      this.at = dollar + 1;
      text += this.variable();
    }
  }

  private variable(): string {
    const next = this.template[this.at];
    if (next === "$") {
      this.at += 1;
      return "$";
    }
    if (next === "{") return this.braced();
    const name = this.match(NAME);
    return name === "" ? "$" : this.value(name);
  }

  /** `{NAME}` or `{NAME operator word}`, up to the brace that closes it, or else the last one of the line. */
  private braced(): string {
    const { template } = this;
    const open = this.at;
    const last = this.lastBrace(open);
    this.at = open + 1;
    const name = this.match(NAME);
    const operator = this.match(OPERATOR);
    const plain = operator === "" && template[this.at] === "}";
    if (name === "" || last < this.at || (operator === "" && !plain)) throw new InvalidTemplate(template);
    const word = this.at;
    const close = plain ? this.at : closingBrace(template, open, last);
    const end = close < 0 ? last : close;
    this.at = end + 1;
    return plain ? this.value(name) : this.operate(name, operator, template.slice(word, end));
  }

  private operate(name: string, operator: string, word: string): string {
    const found = this.lookup(name);
    const present = found !== undefined && !(operator.startsWith(":") && found === "");
    switch (operator.at(-1)) {
      case "-":
        return present ? found : this.nested(word);
      case "+":
        return present ? this.nested(word) : (found ?? "");
      default:
        if (!present) throw new MissingVariable(name, this.nested(word));
        return found;
    }
  }

  private nested(word: string): string {
    if (!word.includes("$")) return word;
    if (this.depth >= MAX_DEPTH) throw new InvalidTemplate(this.template);
    return new Substitution(word, this.lookup, this.unset, this.depth + 1).run();
  }

  private value(name: string): string {
    const found = this.lookup(name);
    if (found === undefined) this.unset(name);
    return found ?? "";
  }

  private lastBrace(from: number): number {
    if (from > this.lineEnd) {
      const end = this.template.indexOf("\n", from);
      this.lineEnd = end < 0 ? this.template.length : end;
      this.last = this.template.lastIndexOf("}", this.lineEnd);
    }
    return this.last;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.template)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}

/** Where the brace at `from` is closed, at `last` at the latest; -1 when it is not. */
function closingBrace(text: string, from: number, last: number): number {
  let open = 0;
  for (let index = from; index <= last; index++) {
    if (text[index] === "}" && --open === 0) return index;
    if (text[index] === "{") {
      open += 1;
      index += 1;
    }
  }
  return -1;
}
