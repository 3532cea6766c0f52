/** A copy of plain data with every text replaced by what `change` makes of it; `field` is the key it stands under. */
export function mapText(
  value: unknown,
  change: (text: string, field: string) => unknown,
  field = "",
): unknown {
  if (typeof value === "string") return change(value, field);
  if (Array.isArray(value)) return value.map(one => mapText(one, change, field));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapText(one, change, key)]));
}
