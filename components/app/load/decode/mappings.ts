import { textOf } from "../text";
import { emptyMap, isList, isMap, type Tree } from "../tree";
import { type At, below, type Field, misfit } from "./field";
import { readText } from "./scalars";

type Values<T> = Record<string, T>;

/** A record without a prototype, so that every key is safe. */
export function record<T>(): Values<T> {
  return Object.create(null);
}

/** Labels, sysctls, …: `key=value` as a list or a mapping; nothing counts as an empty text. */
export const textMap: Field = {
  read: (value, at) => {
    const pairs = pairsOf(value, at);
    if (pairs === undefined || pairs.length === 0) return undefined;
    const map = record<string>();
    for (const [key, entry] of pairs) map[key] = entry ?? "";
    return map;
  },
};

/** Environments and build arguments: a key without a value is null. */
export const environment: Field = { read: (value, at) => readEnvironment(value, at) };

export function readEnvironment(value: Tree, at: At): Values<string | null> | undefined {
  const pairs = pairsOf(value, at);
  if (pairs === undefined || pairs.length === 0) return undefined;
  const map = record<string | null>();
  for (const [key, entry] of pairs) {
    if (isList(value) && /\s$/.test(key))
      misfit(at, `\`${key}\` ends in a space`, "write `KEY=value` without spaces");
    map[key] = entry;
  }
  return map;
}

function pairsOf(value: Tree, at: At): [string, string | null][] | undefined {
  if (value === null) return undefined;
  if (isList(value)) {
    return value.map(entry => {
      const line = textOf(entry);
      const end = line.indexOf("=");
      return end < 0 ? [line, null] : [line.slice(0, end), line.slice(end + 1)];
    });
  }
  if (!isMap(value)) return misfit(at, "this is no mapping", "write `key: value` lines");
  return Object.keys(value).map(key => {
    const entry = value[key] ?? null;
    return [key, entry === null ? null : textOf(entry)];
  });
}

/** Driver options: a mapping only. */
export const options: Field = {
  read: (value, at) => {
    if (value !== null && !isMap(value)) return misfit(at, "this is no mapping", "write `key: value` lines");
    return textMap.read(value, at);
  },
};

/** A mapping of texts in which a boolean or a float is an error. */
export const strictTexts: Field = {
  read: (value, at) => {
    if (!isMap(value)) return undefined;
    const map = record<string>();
    for (const key in value) map[key] = readText(value[key] ?? null, below(at, key)) ?? "";
    return Object.keys(map).length === 0 ? undefined : map;
  },
};

/** A mapping from a name to one or more texts. */
export const multiOptions: Field = {
  read: value => {
    if (!isMap(value)) return undefined;
    const map = record<string[]>();
    for (const key in value) {
      const entry = value[key] ?? null;
      map[key] = (isList(entry) ? entry : [entry]).map(textOf);
    }
    return Object.keys(map).length === 0 ? undefined : map;
  },
};

/** A mapping from names to what another field reads; left out when empty. */
export function mapOfFields(entry: Field): Field {
  return {
    read: (value, at) => {
      if (!isMap(value)) {
        return value === null ? undefined : misfit(at, "this is no mapping", "write a mapping of names");
      }
      const map = record<unknown>();
      for (const key in value) {
        const read = entry.read(value[key] ?? null, below(at, key));
        if (read !== undefined) map[key] = read;
      }
      return Object.keys(map).length === 0 ? undefined : map;
    },
  };
}

/** As another field, with null where nothing is said. */
export function nullable(entry: Field): Field {
  return { read: (value, at) => (value === null ? null : entry.read(value, at)) };
}

/** As another field, with an empty mapping where nothing is said. */
export function orDefaults(entry: Field): Field {
  return { read: (value, at) => entry.read(value ?? emptyMap(), at) };
}
