import { isList, isMap, Timestamp, type Tree, WholeFloat } from "../tree";
import { below, type Field, misfit } from "./field";
import { record } from "./mappings";

/** The keys of one kind of mapping. */
export type Shape = Readonly<Record<string, Field>>;

/** A mapping of known keys; `x-` keys are kept as they are. */
export function shape(fields: Shape): Field {
  const table = new Map(Object.entries(fields));
  const absent = [...table].filter(([, field]) => field.absent !== undefined);
  return {
    read: (value, at) => {
      if (value === null) return undefined;
      if (!isMap(value)) return misfit(at, "this is no mapping", "write a mapping");
      const result = record<unknown>();
      for (const key in value) {
        const field = table.get(key);
        const entry = value[key] ?? null;
        if (field !== undefined) {
          const read = field.read(entry, below(at, key));
          if (read !== undefined) result[key] = read;
        } else if (key.startsWith("x-")) result[key] = plain(entry);
      }
      for (const [key, field] of absent) if (!(key in result)) result[key] = field.absent?.();
      return result;
    },
  };
}

/** As a shape, but there even when it is not written. */
export function always(field: Field): Field {
  const none = (): unknown => field.read(Object.create(null), NOWHERE);
  return { read: (value, at) => (value === null ? none() : field.read(value, at)), absent: none };
}

const NOWHERE = { path: [], problems: { add: () => {}, touch: () => false } };

/** A value of an extension, in the types of JSON. */
export function plain(value: Tree): unknown {
  if (value instanceof WholeFloat) return value.value;
  if (value instanceof Timestamp) return value.iso;
  if (typeof value === "bigint") return Number(value);
  if (isList(value)) return value.map(plain);
  if (!isMap(value)) return value;
  const result = record<unknown>();
  for (const key in value) result[key] = plain(value[key] ?? null);
  return result;
}
