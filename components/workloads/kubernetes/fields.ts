/** A part of a manifest, as plain data. */
export type Fields = Readonly<Record<string, unknown>>;
