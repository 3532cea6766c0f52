import { parseDuration } from "./load/duration";

const POWERS = ["b", "k", "m", "g", "t", "p"];
const SIZE = /^\+?((?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?) ?(?:([bkmgtp])(i?b)?)?$/i;

/**
 * Bytes of a size such as `512m`, `1.5gb`, `64KiB` or `1024` (powers of 1024, case does not matter); NaN when the
 * text is none. The rule is Docker's, as Compose uses it.
 */
export function bytes(text: string): number {
  if (/^-?\d+$/.test(text)) return Number(text);
  const match = SIZE.exec(text);
  if (match === null) return Number.NaN;
  const [, number = "", unit = "b", suffix] = match;
  const power = POWERS.indexOf(unit.toLowerCase());
  if (power === 0 && suffix !== undefined) return Number.NaN;
  return Math.trunc(Number(number.replaceAll("_", "")) * 1024 ** power);
}

/** Seconds of a duration such as `1m30s` or `500ms`; NaN when the text is none. */
export function seconds(goDuration: string): number {
  const nanoseconds = parseDuration(goDuration);
  return nanoseconds === undefined ? Number.NaN : Number(nanoseconds) / 1e9;
}
