import { BOOLEAN, type Cast, FLOAT, WHOLE } from "../interpolate/casts";
import { isInteger, isNumber, type Tree, WholeFloat } from "../tree";
import { type At, type Field, misfit } from "./field";

/** A text; a whole number counts as one. Left out when empty. */
export const text: Field = { read: (value, at) => readText(value, at) || undefined };

/** As `text`, but there even when it is empty. */
export const alwaysText: Field = { read: (value, at) => readText(value, at) ?? "", absent: () => "" };

export function readText(value: Tree, at: At): string | undefined {
  if (typeof value === "string") return value;
  if (isInteger(value)) return String(value);
  return value === null ? undefined : misfit(at, "this is no text", "write a text, in quotes where needed");
}

/** A boolean that is left out when false. */
export const flag: Field = { read: (value, at) => readFlag(value, at) || undefined };

/** A boolean that stays when it is false. */
export const tristate: Field = { read: readFlag };

/** A boolean that is left out when true. */
export const optOut: Field = { read: (value, at) => (readFlag(value, at) === false ? false : undefined) };

/** A boolean that is always there. */
export const alwaysFlag: Field = { read: (value, at) => readFlag(value, at) ?? false, absent: () => false };

export function readFlag(value: Tree, at: At): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value === "string") {
    const read = BOOLEAN.read(value);
    return typeof read === "boolean" ? read : misfit(at, `\`${value}\` is no boolean`, "write true or false");
  }
  return value === null ? undefined : misfit(at, "this is no boolean", "write true or false");
}

/** A whole number that is left out when 0. */
export const whole: Field = { read: (value, at) => readWhole(value, at) || undefined };

/** A whole number that stays when it is 0. */
export const wholeOrZero: Field = { read: readWhole };

/** A whole number that is always there. */
export const alwaysWhole: Field = { read: (value, at) => readWhole(value, at) ?? 0, absent: () => 0 };

/** A whole number from 0 up, left out when 0. It is no text, even one of digits. */
export const natural: Field = { read: (value, at) => readNatural(value, at) || undefined };

/** As `natural`, but it stays when it is 0. */
export const naturalOrZero: Field = { read: readNatural };

export function readWhole(value: Tree, at: At): number | undefined {
  const read = numberOf(value, WHOLE, at);
  return read === undefined ? undefined : Math.trunc(read) + 0;
}

function readNatural(value: Tree, at: At): number | undefined {
  if (value === null) return undefined;
  const read = typeof value === "string" ? undefined : numberOf(value, WHOLE, at);
  if (read !== undefined && read >= 0) return Math.trunc(read) + 0;
  return misfit(at, "this is no whole number from 0 up", "write a number without quotes");
}

/** A number of the precision that the reference loader keeps, left out when 0. */
export const decimal: Field = {
  read: (value, at) => singlePrecision(numberOf(value, FLOAT, at)) || undefined,
};

function numberOf(value: Tree, cast: Cast, at: At): number | undefined {
  if (value === null) return undefined;
  const read = typeof value === "string" ? cast.read(value) : value;
  if (read instanceof WholeFloat && Math.abs(read.value) < 2 ** 63) return read.value;
  if (isNumber(read) && Math.abs(Number(read)) < 2 ** 63) return Number(read);
  return misfit(at, `this is no ${cast.name}`, `write ${cast.example}`);
}

/** The shortest decimal of a 32-bit float. */
export function singlePrecision(value: number | undefined): number | undefined {
  if (value === undefined || Number.isInteger(value)) return value;
  const single = Math.fround(value);
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return single;
}
