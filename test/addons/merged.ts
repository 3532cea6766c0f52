type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Values over a chart's own, as Helm puts them together: mappings by key, everything else as a whole. */
export function merged(own: unknown, over: unknown): unknown {
  if (!isMapping(own) || !isMapping(over)) return over;
  const both = { ...own };
  for (const [key, value] of Object.entries(over)) both[key] = merged(own[key], value);
  return both;
}
