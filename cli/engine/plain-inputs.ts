/** How the engine marks a special value inside plain data (pulumi/pulumi, sdk/nodejs/runtime/rpc.ts). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What is shown in place of a secret. */
export const SECRET_TEXT = "[secret]";
/** What is shown in place of a value that only the real provider knows. */
export const UNKNOWN_TEXT = "[unknown]";

/** Serialised inputs as plain data: secrets and unknown values replaced by a word, resources by their URN. */
export function plainInputs(value: unknown): unknown {
  if (typeof value === "string")
    return value.includes(UNKNOWN) ? value.replaceAll(UNKNOWN, UNKNOWN_TEXT) : value;
  if (Array.isArray(value)) return value.map(plainInputs);
  if (typeof value !== "object" || value === null) return value;
  const record = value as Record<string, unknown>;
  switch (record[SIGNATURE]) {
    case SECRET:
      return SECRET_TEXT;
    case RESOURCE:
      return record.urn;
    default:
      return Object.fromEntries(
        Object.entries(record)
          .filter(([key]) => key !== SIGNATURE)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, plainInputs(inner)]),
      );
  }
}
