import { splitCommand } from "../shell-words";
import { isInteger, isList, isMap, type Tree } from "../tree";
import { below, type Field, misfit } from "./field";
import { readTexts } from "./lists";
import { record } from "./mappings";
import { readWhole, singlePrecision } from "./scalars";

/** A command, split as a shell would; null means the image's own. */
export const command: Field = {
  absent: () => null,
  read: (value, at) => {
    if (value === null) return null;
    if (typeof value !== "string") return readTexts(value, at) ?? null;
    const words = splitCommand(value);
    return words ?? misfit(at, "a quote or bracket is not closed", "close it, or write a list") ?? null;
  },
};

/** A health check's test; a text is run by the shell. */
export const healthTest: Field = {
  read: (value, at) => {
    const words = typeof value === "string" ? ["CMD-SHELL", value] : readTexts(value, at);
    return words === undefined || words.length === 0 ? undefined : words;
  },
};

/** How many devices; `all` is -1. */
export const deviceCount: Field = {
  read: (value, at) => {
    if (typeof value === "string" && value.toLowerCase() === "all") return -1;
    if (isInteger(value) || (typeof value === "string" && /^[-+]?\d+$/.test(value)))
      return Number(value) || undefined;
    return misfit(at, "this is no number of devices", "write `all` or a whole number");
  },
};

/** A file's mode, in octal digits. */
export const fileMode: Field = {
  read: (value, at) => {
    if (value === null) return undefined;
    if (isInteger(value)) return modeText(Number(value));
    if (typeof value === "string" && /^[-+]?[0-7]+$/.test(value)) return modeText(Number.parseInt(value, 8));
    return misfit(at, "this is no file mode", "write octal digits, e.g. 0440");
  },
};

function modeText(mode: number): string {
  return `0${mode.toString(8)}`;
}

/** A number of CPUs, left out when 0. */
export const cpus: Field = {
  read: (value, at) => {
    const number = typeof value === "string" ? Number(value || Number.NaN) : numberOf(value);
    if (Number.isNaN(number)) return misfit(at, "this is no number of CPUs", "write a number such as 0.5");
    return singlePrecision(number) || undefined;
  },
};

function numberOf(value: Tree): number {
  if (typeof value === "object" && value !== null && "value" in value) return Number(value.value);
  return value === null || typeof value === "boolean" ? Number.NaN : Number(value);
}

/** A ulimit: one number, or a soft and a hard one. */
export const ulimit: Field = {
  read: (value, at) => {
    if (!isMap(value)) return readWhole(value, at) || record();
    const limit = record<number>();
    for (const key of ["soft", "hard"]) {
      const read = isInteger(value[key]) ? readWhole(value[key], below(at, key)) : undefined;
      if (read === undefined) misfit(below(at, key), "a limit is a whole number", "write a number");
      else if (read !== 0) limit[key] = read;
    }
    return limit;
  },
};

/** SSH keys of a build: `id`, or `id=path`. */
export const ssh: Field = {
  read: value => {
    if (!isMap(value)) return undefined;
    const keys = Object.keys(value).map(id => (value[id] === null ? id : `${id}=${String(value[id])}`));
    return keys.length === 0 ? undefined : keys;
  },
};

/** `external`, after its old form has been spelt out. */
export const external: Field = {
  read: (value, at) => {
    if (typeof value === "boolean") return value || undefined;
    return isList(value) || isMap(value)
      ? undefined
      : misfit(at, "this is no boolean", "write true or false");
  },
};
