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

const NAME = "[_a-zA-Z][_a-zA-Z0-9]*";
const VARIABLE = new RegExp(String.raw`\$(?:(\$)|(${NAME})|\{(?:(${NAME}(?::?[-+?][^\n]*)?)\}|))`, "g");
const BRACED = new RegExp(`^(${NAME})(?:(:?)([-+?])([^]*))?$`);

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
  if (!template.includes("$")) return template;
  return template.replace(VARIABLE, (found, escaped?: string, named?: string, braced?: string) => {
    if (escaped !== undefined) return "$";
    if (named !== undefined) return value(named, lookup, unset);
    if (braced === undefined) throw new InvalidTemplate(template);
    const end = closingBrace(found);
    const rest = end < 0 ? "" : found.slice(end + 1);
    const inner = end < 0 ? braced : found.slice(2, end);
    const [head, operated] = expression(inner, template, lookup, unset);
    return operated ? head + substitute(rest, lookup, unset) : head;
  });
}

function expression(
  inner: string,
  template: string,
  lookup: Lookup,
  unset: (name: string) => void,
): [string, boolean] {
  const match = BRACED.exec(inner);
  if (match === null) throw new InvalidTemplate(template);
  const [, name = "", colon, operator, word = ""] = match;
  const found = lookup(name);
  const present = found !== undefined && !(colon === ":" && found === "");
  switch (operator) {
    case "-":
      return [present ? found : substitute(word, lookup, unset), true];
    case "+":
      return [present ? substitute(word, lookup, unset) : (found ?? ""), true];
    case "?":
      if (!present) throw new MissingVariable(name, substitute(word, lookup, unset));
      return [found, true];
    default:
      return [value(name, lookup, unset), false];
  }
}

function value(name: string, lookup: Lookup, unset: (name: string) => void): string {
  const found = lookup(name);
  if (found === undefined) unset(name);
  return found ?? "";
}

/** Where the first brace of a text is closed again, or -1. */
function closingBrace(text: string): number {
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "}" && --open === 0) return index;
    if (text[index] === "{") {
      open += 1;
      index += 1;
    }
  }
  return -1;
}
