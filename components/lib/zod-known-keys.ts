import type { z } from "zod";

/** Wrappers (`optional`, `default`, …) hold what they wrap here. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly values?: readonly unknown[];
}

/** The keys that a schema knows at a path, over all alternatives; for a literal at the path, its values. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let here = alternatives(schema);
  for (const key of path) here = here.flatMap(one => step(one, key)).flatMap(alternatives);
  return [...new Set(here.flatMap(namesOf))];
}

const definition = (schema: z.core.$ZodType) => schema._zod.def as Definition;

/** Unwraps a schema into the schemas that may hold: one, or a union's options. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, in: input, options } = definition(schema);
  if (innerType !== undefined) return alternatives(innerType);
  if (input !== undefined) return alternatives(input);
  return options === undefined ? [schema] : options.flatMap(alternatives);
}

function step(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  const { shape, element, valueType } = definition(schema);
  const next = typeof key === "number" ? element : (shape?.[String(key)] ?? valueType);
  return next === undefined ? [] : [next];
}

function namesOf(schema: z.core.$ZodType): string[] {
  const { shape, values } = definition(schema);
  return shape === undefined ? (values ?? []).map(String) : Object.keys(shape);
}
