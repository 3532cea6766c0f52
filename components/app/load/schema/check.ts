/** What a value may look like, in the terms of the Compose Specification's JSON schema. */
export interface Check {
  readonly text?: true | TextCheck;
  readonly number?: true;
  readonly integer?: true | { readonly min: number; readonly max: number };
  readonly boolean?: true;
  readonly empty?: true;
  readonly list?: { readonly items: Check; readonly unique?: true };
  readonly map?: MapCheck;
}

export interface TextCheck {
  readonly oneOf?: readonly string[];
  readonly pattern?: RegExp;
  /** What to write instead of a text that does not match the pattern. */
  readonly instead?: string;
}

export interface MapCheck {
  /** The keys that are known. */
  readonly keys?: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** The check of keys that the user chooses. */
  readonly values?: Check;
  /** What keys that the user chooses look like; others are refused, or free with `free`. */
  readonly names?: RegExp;
  readonly free?: true;
  /** Takes `x-` keys. */
  readonly extensions?: true;
}

const NAME = /^[a-zA-Z0-9._-]+$/;

export const TEXT: Check = { text: true };
export const FLAG: Check = { boolean: true, text: true };
export const WHOLE: Check = { integer: true, text: true };
export const NUMBER: Check = { number: true, text: true };
export const ANY: Check = {
  text: true,
  number: true,
  boolean: true,
  empty: true,
  get list() {
    return { items: ANY };
  },
  map: { free: true },
};
export const TEXTS: Check = { list: { items: TEXT } };
export const UNIQUE_TEXTS: Check = { list: { items: TEXT, unique: true } };
export const TEXT_OR_LIST: Check = { text: true, ...UNIQUE_TEXTS };
export const COMMAND: Check = { empty: true, text: true, ...TEXTS };
/** `KEY=value` as a list, or a mapping. */
export const DICT: Check = {
  map: { values: { text: true, number: true, boolean: true, empty: true }, names: /./ },
  ...UNIQUE_TEXTS,
};
export const DRIVER_OPTIONS: Check = { map: { values: NUMBER, names: /./, free: true } };

/** A mapping of known keys and `x-` keys. */
export function object(keys: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return { map: { keys, required, extensions: true } };
}

/** A mapping of known keys only. */
export function closed(keys: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return { map: { keys, required } };
}

export function listOf(items: Check): Check {
  return { list: { items } };
}

/** A mapping from names that the user gives. */
export function named(values: Check): Check {
  return { map: { values, names: NAME } };
}

export function orEmpty(check: Check): Check {
  return { ...check, empty: true };
}

export function oneOf(...words: readonly string[]): Check {
  return { text: { oneOf: words } };
}
