import { UNKNOWN } from "../../pricing/inputs";

/** Stands for a value that is there but hidden. */
const SECRET = "[secret]";

/** Thrown on reading what is not known before the update; the rule is then "not evaluated" on that resource. */
export class UnknownValue extends Error {
  constructor(path: string) {
    super(`${path} is not known yet`);
    this.name = "UnknownValue";
  }
}

/** The value at a dotted path; undefined when a part is missing. Throws `UnknownValue` when a part is not known. */
export function read(root: unknown, path: string): unknown {
  let value: unknown = root;
  for (const key of path.split(".")) {
    value = isRecord(value) ? value[key] : undefined;
    if (value === UNKNOWN || value === SECRET) throw new UnknownValue(path);
  }
  return value ?? undefined;
}

export function textAt(root: unknown, path: string): string | undefined {
  const value = read(root, path);
  return typeof value === "string" ? value : undefined;
}

/** A number, also when it is written as text. */
export function numberAt(root: unknown, path: string): number | undefined {
  const value = read(root, path);
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** True for `true` and, as launch templates write it, "true"; false for anything else that is known. */
export function isOn(root: unknown, path: string): boolean {
  const value = read(root, path);
  return value === true || value === "true";
}

/** The items of a list; empty when there is none. An unknown item shows when it is read. */
export function listAt(root: unknown, path: string): readonly unknown[] {
  const value = read(root, path);
  return Array.isArray(value) ? value : [];
}

/** The texts of a list. Throws `UnknownValue` when one of them is not known. */
export function textsAt(root: unknown, path: string): readonly string[] {
  return listAt(root, path).map(item => String(read({ item }, "item")));
}

export function recordAt(root: unknown, path: string): Readonly<Record<string, unknown>> {
  const value = read(root, path);
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
