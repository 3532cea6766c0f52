import fc from "fast-check";

export type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** A mapping with the required keys and a few of the others, in any order that the table has. */
export function sparse(
  fields: Fields,
  {
    required = [],
    least = 0,
    most = 3,
  }: { required?: readonly string[]; least?: number; most?: number } = {},
): fc.Arbitrary<Record<string, unknown>> {
  const optional = Object.keys(fields).filter(key => !required.includes(key));
  return fc
    .subarray(optional, {
      minLength: Math.min(least, optional.length),
      maxLength: Math.min(most, optional.length),
    })
    .chain(keys => fc.record(pick(fields, [...required, ...keys])));
}

/** One or two entries that are not alike. */
export function few<T>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.uniqueArray(entry, { minLength: 1, maxLength: 2, selector: value => JSON.stringify(value) });
}

function pick(fields: Fields, keys: readonly string[]): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)));
}
