import { bytes } from "../../units";
import { formatDuration, parseDuration } from "../duration";
import { textOf } from "../text";
import { isInteger, type Tree } from "../tree";
import { type At, type Field, misfit } from "./field";

/** Bytes as a decimal text, left out when 0. */
export const size: Field = {
  read: (value, at) => {
    const read = readBytes(value, at);
    return read === undefined || read === "0" ? undefined : read;
  },
};

/** As `size`, but always there. */
export const alwaysSize: Field = { read: (value, at) => readBytes(value, at) ?? "0", absent: () => "0" };

function readBytes(value: Tree, at: At): string | undefined {
  if (isInteger(value)) return String(value);
  if (typeof value !== "string") return undefined;
  if (/^[-+]?\d+$/.test(value)) return String(BigInt(value.replace(/^\+/, "")));
  const read = bytes(value);
  if (!Number.isNaN(read)) return BigInt(read).toString();
  return misfit(at, `\`${value}\` is no size`, "write a number and a unit: b, k, m, g or t, e.g. 512m");
}

/** A Go duration such as `1m30s`, left out when 0. */
export const duration: Field = {
  read: (value, at) => {
    const read = readDuration(value, at);
    return read === "0s" ? undefined : read;
  },
};

/** As `duration`, but `0s` stays. */
export const durationOrZero: Field = { read: readDuration };

function readDuration(value: Tree, at: At): string | undefined {
  if (value === null) return undefined;
  const written = textOf(value);
  const nanoseconds = parseDuration(written);
  if (nanoseconds !== undefined) return formatDuration(nanoseconds);
  return misfit(at, `\`${written}\` is no duration`, "write numbers with units: us, ms, s, m, h, e.g. 1m30s");
}
