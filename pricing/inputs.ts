/** What the mock preview shows for a value that only the cloud knows. */
export const UNKNOWN = "[unknown]";

type Fields = Readonly<Record<string, unknown>>;

/** A record's fields; empty for anything else, so that a missing part reads as missing fields. */
export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A list's items; empty for anything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A number, also when AWS writes it as text; undefined when absent or unknown. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A text that is known. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== UNKNOWN ? value : undefined;
}

/** True for `true` and for "true", as launch templates write it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}
