type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Paths of values that a chart's own values do not have. A mapping that the chart leaves empty takes any key: it
 * goes to Kubernetes as it is. `free` lists paths that the chart reads without naming them in its values.
 */
export function unknownKeys(
  values: Mapping,
  known: Mapping,
  free: ReadonlySet<string>,
  path: readonly string[] = [],
): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const here = [...path, key];
    if (free.has(here.join("/"))) return [];
    if (!Object.hasOwn(known, key)) return [here.join("/")];
    // Kubernetes' own type: a template passes it on whole, whichever amounts the chart's defaults set.
    if (key === "resources") return [];
    const below = known[key];
    if (!isMapping(value) || !isMapping(below) || Object.keys(below).length === 0) return [];
    return unknownKeys(value, below, free, here);
  });
}
