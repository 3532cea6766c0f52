import { parseArgs } from "node:util";
import { InvalidInput, type Issue } from "../../components/lib/issues";
import { nearest } from "../../components/lib/nearest";
import type { Option, Options, Values } from "./option";

export interface Parsed<T extends Options> {
  readonly values: Values<T>;
  readonly operands: readonly string[];
}

interface OptionToken {
  readonly kind: "option";
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

interface Collected {
  readonly issues: Issue[];
  readonly values: Record<string, string | boolean | string[] | undefined>;
  readonly operands: string[];
}

/**
 * Reads a verb's arguments. A list option takes several values after it (`--compose a.yaml b.yaml`) when the
 * verb has no operands of its own.
 *
 * @param operand what an operand is, e.g. `FILE`; absent when the verb takes none
 * @throws InvalidInput with every problem
 */
export function parseArguments<T extends Options>(
  args: readonly string[],
  options: T,
  operand?: string,
): Parsed<T> {
  const found = collect(args, options, operand);
  if (operand !== undefined && found.operands.length === 0) {
    found.issues.push({ path: operand, wrong: "missing", instead: "write at least one" });
  }
  if (found.issues.length > 0) throw new InvalidInput(found.issues);
  return { values: found.values as Values<T>, operands: found.operands };
}

function collect(args: readonly string[], options: Options, operand: string | undefined): Collected {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, { kind }]) => [name, typeOf(kind)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = Object.fromEntries(Object.entries(options).map(([name, { kind }]) => [name, empty(kind)]));
  const found: Collected = { issues: [], values, operands: [] };
  let open: string | undefined;
  for (const token of tokens) {
    if (token.kind === "option") open = takeOption(token, options, found);
    else if (token.kind === "positional") takeOperand(token.value, operand, open, found);
  }
  return found;
}

function typeOf(kind: Option["kind"]) {
  return { type: kind === "flag" ? ("boolean" as const) : ("string" as const) };
}

function empty(kind: Option["kind"]): boolean | string[] | undefined {
  return kind === "flag" ? false : kind === "list" ? [] : undefined;
}

/** Stores an option; the name of the list that may take the operands after it, if it is one. */
function takeOption(token: OptionToken, options: Options, found: Collected): string | undefined {
  const { name, rawName, value, inlineValue } = token;
  const option = Object.entries(options).find(([known]) => known === name)?.[1];
  const problem = option === undefined ? unknown(rawName, options) : problemOf(option, value, inlineValue);
  if (problem !== undefined) found.issues.push({ path: rawName, ...problem });
  if (option === undefined || problem !== undefined) return undefined;
  if (option.kind === "flag") found.values[name] = true;
  else if (option.kind === "text") found.values[name] = value;
  else append(found, name, value ?? "");
  return option.kind === "list" ? name : undefined;
}

function takeOperand(value: string, operand: string | undefined, open: string | undefined, found: Collected) {
  if (operand !== undefined) found.operands.push(value);
  else if (open !== undefined) append(found, open, value);
  else found.issues.push({ path: value, wrong: "unexpected argument", instead: "leave it out" });
}

function append(found: Collected, name: string, value: string): void {
  const list = found.values[name];
  if (Array.isArray(list)) list.push(value);
}

type Problem = Pick<Issue, "wrong" | "instead">;

function unknown(rawName: string, options: Options): Problem {
  const close = nearest(rawName.replace(/^-+/, ""), Object.keys(options));
  const instead = close === undefined ? "see --help" : `did you mean --${close}?`;
  return { wrong: "unknown option", instead };
}

function problemOf(
  option: Option,
  value: string | undefined,
  inline: boolean | undefined,
): Problem | undefined {
  if (option.kind === "flag") {
    return inline === true ? { wrong: "takes no value", instead: "write it alone" } : undefined;
  }
  const missing = value === undefined || value === "" || (inline !== true && /^-./.test(value));
  if (missing) return { wrong: "has no value", instead: `write ${option.value ?? "one"} after it` };
  if (option.choices === undefined || option.choices.includes(value)) return undefined;
  return {
    wrong: `${JSON.stringify(value)} is not a value it takes`,
    instead: `write ${either(option.choices)}`,
  };
}

/** `a, b or c`. */
export function either(choices: readonly string[]): string {
  const last = choices.at(-1) ?? "";
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(", ")} or ${last}`;
}
