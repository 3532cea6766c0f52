import { textOf } from "../text";
import { isList, isMap, type Tree } from "../tree";
import { type At, below, type Field, misfit } from "./field";
import { readText } from "./scalars";

/** A list of texts; a text alone is a list of one. Left out when empty. */
export const texts: Field = { read: (value, at) => nonEmpty(readTexts(value, at)) };

/** A list of texts and numbers. */
export const textsOrNumbers: Field = {
  read: (value, at) => nonEmpty(isList(value) ? value.map(textOf) : readTexts(value, at)),
};

export function readTexts(value: Tree, at: At): string[] | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") return [value];
  if (!isList(value)) return misfit(at, "this is no list", "write a list of texts");
  return value.flatMap((entry, index) => readText(entry, below(at, index)) ?? []);
}

/** A list of what another field reads. Left out when empty. */
export function listOf(entry: Field): Field {
  return {
    read: (value, at) => {
      if (value === null) return undefined;
      if (!isList(value)) return misfit(at, "this is no list", "write a list");
      const read = value.map((one, index) => entry.read(one, below(at, index)));
      return nonEmpty(read.filter(one => one !== undefined));
    },
  };
}

/** Host names with their addresses, `name=address`, in code-point order. */
export const hosts: Field = {
  read: (value, at) => {
    if (value === null) return undefined;
    const pairs = isMap(value) ? hostsOfMap(value) : hostsOfList(isList(value) ? value : [], at);
    for (const [host] of pairs) {
      if (host === "" || /[:=]/.test(host)) misfit(at, `\`${host}\` is no host name`, "write `name=address`");
    }
    const lines = pairs.map(([host, address]) => `${host}=${unbracketed(address)}`);
    return nonEmpty(lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  },
};

function hostsOfMap(value: { [key: string]: Tree }): [string, string][] {
  return Object.keys(value).flatMap(host => {
    const entry = value[host] ?? null;
    const addresses = isList(entry) ? entry.map(textOf) : [entry === null ? "" : textOf(entry)];
    return addresses.map((address): [string, string] => [host, address]);
  });
}

function hostsOfList(value: readonly Tree[], at: At): [string, string][] {
  return value.flatMap((entry, index): [string, string][] => {
    const line = textOf(entry);
    const separator = line.includes("=") ? "=" : ":";
    const end = line.indexOf(separator);
    if (end < 0) {
      misfit(below(at, index), `\`${line}\` has no address`, "write `name=address`");
      return [];
    }
    return line
      .slice(end + 1)
      .split(",")
      .map((address): [string, string] => [line.slice(0, end), address]);
  });
}

function unbracketed(address: string): string {
  return /^\[.+\]$/.test(address) ? address.slice(1, -1) : address;
}

function nonEmpty<T>(list: T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
