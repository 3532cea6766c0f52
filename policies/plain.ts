import { UNKNOWN } from "../pricing/inputs";

/**
 * A copy of the engine's inputs as plain data. In a preview the engine's objects throw on reading what is not
 * known; in the copy it stands as `[unknown]`, so that one unknown value does not end a whole rule.
 */
export function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const part = (key: PropertyKey): unknown => {
    let found: unknown;
    try {
      found = Reflect.get(value, key);
    } catch {
      return UNKNOWN;
    }
    return plain(found);
  };
  if (Array.isArray(value)) return Object.keys(value).map(part);
  return Object.fromEntries(Object.keys(value).map(key => [key, part(key)]));
}

/** The same for a whole resource's inputs. */
export function plainRecord(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(plain(value) as object));
}
