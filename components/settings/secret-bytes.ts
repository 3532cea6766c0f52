/** Bytes of one value of `towpath:secrets`, which the engine gives as JSON text; undefined when there is none to see. */
export function secretBytes(secrets: string | undefined, name: string): number | undefined {
  const values: unknown = parsed(secrets);
  if (typeof values !== "object" || values === null || !Object.hasOwn(values, name)) return undefined;
  const value = (values as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? Buffer.byteLength(value) : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
