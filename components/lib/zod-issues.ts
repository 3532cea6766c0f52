import type { z } from "zod";
import type { Issue } from "./issues";
import { nearest } from "./nearest";
import { knownKeys } from "./zod-known-keys";

type Raw = z.core.$ZodIssue;

/**
 * A zod error, parsed with `reportInput`, as issues in the project's one form. `prefix` is put before each path. A message of our own
 * schemas holds both halves, `what is wrong; what to write instead`; zod's own are put into words here.
 */
export function zodIssues(error: z.ZodError, schema: z.core.$ZodType, prefix = ""): Issue[] {
  return error.issues.flatMap(issue => toIssues(issue, schema, prefix));
}

function toIssues(issue: Raw, schema: z.core.$ZodType, prefix: string): Issue[] {
  const path = pathText(prefix, issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map(key =>
        unknownKey(pathText(prefix, [...issue.path, key]), key, knownKeys(schema, issue.path)),
      );
    case "invalid_type":
      return [{ path, wrong: wrongType(issue), instead: `write ${article(issue.expected)}` }];
    case "invalid_value":
      return [{ path, wrong: "not a value it can take", instead: `write ${orList(issue.values)}` }];
    case "too_small":
      return [
        { path, wrong: "too small", instead: `write ${bound(issue.origin, "at least", issue.minimum)}` },
      ];
    case "too_big":
      return [
        { path, wrong: "too large", instead: `write ${bound(issue.origin, "at most", issue.maximum)}` },
      ];
    case "invalid_union":
      return unionIssues(issue, schema, prefix);
    case "invalid_key":
    case "invalid_element":
      return issue.issues.flatMap(inner =>
        toIssues({ ...inner, path: [...issue.path, ...inner.path] }, schema, prefix),
      );
    case "invalid_format":
    case "not_multiple_of":
    case "custom":
      return [{ path, ...halves(issue.message) }];
    default:
      issue satisfies never;
      return [];
  }
}

/**
 * Of a union's alternatives the one that fits best speaks: one that takes this type of value at all, and then the one
 * with the fewest complaints.
 */
function unionIssues(
  issue: Extract<Raw, { code: "invalid_union" }>,
  schema: z.core.$ZodType,
  prefix: string,
): Issue[] {
  const [best] = [...issue.errors]
    .filter(alternative => alternative.length > 0)
    .sort((a, b) => misfit(a) - misfit(b) || a.length - b.length);
  if (best === undefined) {
    const known = knownKeys(schema, issue.path);
    const choice = known.length === 0 ? "one of the documented values" : orList(known);
    const given = issue.input as Record<string, unknown> | undefined;
    const wrong = given?.[issue.discriminator ?? ""] === undefined ? "missing" : "not a value it can take";
    return [{ path: pathText(prefix, issue.path), wrong, instead: `write ${choice}` }];
  }
  return best.flatMap(inner => toIssues({ ...inner, path: [...issue.path, ...inner.path] }, schema, prefix));
}

/** 1 for an alternative that wants another type of value altogether. */
function misfit(alternative: readonly Raw[]): number {
  return alternative.some(({ code, path }) => path.length === 0 && /^invalid_(type|value)$/.test(code))
    ? 1
    : 0;
}

function unknownKey(path: string, key: string, known: readonly string[]): Issue {
  // Of a union, another alternative may know it.
  if (known.includes(key))
    return { path, wrong: "does not belong here", instead: "remove it, or choose the kind that has it" };
  const guess = nearest(key, known);
  const instead =
    guess === undefined
      ? `remove it, or use one of ${[...known].sort().join(", ")}`
      : `did you mean ${guess}?`;
  return { path, wrong: "unknown key", instead };
}

function halves(message: string): { wrong: string; instead: string } {
  const [wrong = message, ...rest] = message.split("; ");
  return { wrong, instead: rest.length === 0 ? "see the documentation of this key" : rest.join("; ") };
}

function wrongType(issue: Extract<Raw, { code: "invalid_type" }>): string {
  return issue.input === undefined ? "missing" : `not ${article(issue.expected)}`;
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "a mapping",
  record: "a mapping",
  string: "a string",
};
const article = (expected: string) => ARTICLES[expected] ?? expected;

function bound(origin: string, words: string, limit: number | bigint): string {
  if (origin === "array") return `${words} ${limit} ${limit === 1 ? "entry" : "entries"}`;
  if (origin === "string") return `${words} ${limit} ${limit === 1 ? "character" : "characters"}`;
  return `${words} ${limit}`;
}

/** `a, b or c`. */
function orList(values: readonly unknown[]): string {
  const words = values.map(String);
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** `a.b[0].c`, as paths are written everywhere. */
export function pathText(prefix: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === "number"
        ? `${text}[${key}]`
        : text === "" || text.endsWith(":")
          ? text + String(key)
          : `${text}.${String(key)}`,
    prefix,
  );
}
