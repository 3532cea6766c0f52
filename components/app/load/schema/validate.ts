import { nearest } from "../../../lib/nearest";
import type { Path } from "../path";
import type { Problems } from "../problems";
import {
  isInteger,
  isList,
  isMap,
  isNumber,
  sameTree,
  Timestamp,
  type Tree,
  type TreeMap,
  WholeFloat,
} from "../tree";
import type { Check, MapCheck, TextCheck } from "./check";

/**
 * Checks a value and all below it, and takes out what does not fit so that the rest can still be looked at.
 * False when the value itself does not fit.
 */
export function validate(value: Tree, check: Check, path: Path, problems: Problems): boolean {
  if (isMap(value) && check.map !== undefined) return validateMap(value, check.map, path, problems);
  if (isList(value) && check.list !== undefined) return validateList(value, check.list, path, problems);
  if (fits(value, check)) return validateScalar(value, check, path, problems);
  problems.add(path, `this is ${kindOf(value)}`, `write ${expected(check)}`);
  return false;
}

function fits(value: Tree, check: Check): boolean {
  if (value === null) return check.empty === true;
  if (typeof value === "string" || value instanceof Timestamp) return check.text !== undefined;
  if (typeof value === "boolean") return check.boolean === true;
  if (!isNumber(value)) return false;
  return (
    check.number === true ||
    (check.integer !== undefined && (isInteger(value) || value instanceof WholeFloat))
  );
}

function validateScalar(value: Tree, check: Check, path: Path, problems: Problems): boolean {
  if (typeof value === "string" && typeof check.text === "object")
    return validateText(value, check.text, path, problems);
  if (!isNumber(value) || typeof check.integer !== "object") return true;
  const number = Number(value instanceof WholeFloat ? value.value : value);
  const { min, max } = check.integer;
  if (number >= min && number <= max) return true;
  problems.add(path, `${number} is out of range`, `write a number from ${min} to ${max}`);
  return false;
}

function validateText(value: string, check: TextCheck, path: Path, problems: Problems): boolean {
  if (check.oneOf !== undefined && !check.oneOf.includes(value)) {
    problems.add(path, `\`${value}\` is not known here`, `write ${guess(value, check.oneOf)}`);
    return false;
  }
  if (check.pattern === undefined || check.pattern.test(value)) return true;
  problems.add(path, `\`${value}\` is not allowed here`, `write ${check.instead ?? "another text"}`);
  return false;
}

function validateList(
  list: Tree[],
  check: { readonly items: Check; readonly unique?: true },
  path: Path,
  problems: Problems,
): boolean {
  const bad = list.map((entry, index) => !validate(entry, check.items, [...path, index], problems));
  if (check.unique) noteRepeated(list, path, problems);
  if (bad.includes(true)) list.splice(0, list.length, ...list.filter((_, index) => !bad[index]));
  return true;
}

function noteRepeated(list: readonly Tree[], path: Path, problems: Problems): void {
  const texts = new Set<Tree>();
  list.forEach((entry, index) => {
    const simple = !isList(entry) && !isMap(entry);
    const repeated = simple ? texts.has(entry) : list.findIndex(other => sameTree(other, entry)) < index;
    if (repeated) problems.add([...path, index], "this entry is there twice", "keep one of them");
    if (simple) texts.add(entry);
  });
}

function validateMap(map: TreeMap, check: MapCheck, path: Path, problems: Problems): boolean {
  for (const key in map) {
    const value = map[key] ?? null;
    const known = Object.hasOwn(check.keys ?? {}, key) ? check.keys?.[key] : undefined;
    const rule = known ?? (check.names?.test(key) === true ? check.values : undefined);
    if (rule !== undefined) {
      if (!validate(value, rule, [...path, key], problems)) delete map[key];
    } else if (check.free !== true && !(check.extensions === true && key.startsWith("x-"))) {
      noteUnknown(key, check, path, problems);
      delete map[key];
    }
  }
  const missing = (check.required ?? []).filter(
    key => map[key] === undefined && !problems.touch([...path, key]),
  );
  for (const key of missing) problems.add(path, `\`${key}\` is missing`, `add \`${key}\``);
  return missing.length === 0;
}

function noteUnknown(key: string, check: MapCheck, path: Path, problems: Problems): void {
  if (check.names !== undefined && check.keys === undefined) {
    problems.add([...path, key], `\`${key}\` is no valid name`, "use letters, digits, `.`, `_` and `-`");
    return;
  }
  const known = Object.keys(check.keys ?? {});
  const close = nearest(key, known);
  const instead =
    close === undefined ? `remove it; known here: ${known.sort().join(", ")}` : `did you mean \`${close}\`?`;
  problems.add([...path, key], `the key \`${key}\` is not known here`, instead);
}

function guess(value: string, words: readonly string[]): string {
  const close = nearest(value, words);
  return close === undefined
    ? `one of ${words.join(", ")}`
    : `\`${close}\`, or another of ${words.join(", ")}`;
}

function kindOf(value: Tree): string {
  if (value === null) return "empty";
  if (isMap(value)) return "a mapping";
  if (isList(value)) return "a list";
  if (isNumber(value)) return "a number";
  return typeof value === "boolean" ? "a boolean" : "a text";
}

function expected(check: Check): string {
  const kinds: string[] = [];
  if (check.text !== undefined) kinds.push("a text");
  if (check.number) kinds.push("a number");
  else if (check.integer !== undefined) kinds.push("a whole number");
  if (check.boolean) kinds.push("true or false");
  if (check.list !== undefined) kinds.push("a list");
  if (check.map !== undefined) kinds.push("a mapping");
  if (kinds.length === 0) return "nothing";
  return kinds.length === 1 ? (kinds[0] ?? "") : `${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}`;
}
