import { type Scalar, WholeFloat } from "../tree";
import { timestamp } from "./timestamp";

const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...["", "~", "null", "Null", "NULL"].map(word => [word, null] as const),
  ...["true", "True", "TRUE"].map(word => [word, true] as const),
  ...["false", "False", "FALSE"].map(word => [word, false] as const),
  ...[".nan", ".NaN", ".NAN"].map(word => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map(
    word => [word, Number.POSITIVE_INFINITY] as const,
  ),
  ...["-.inf", "-.Inf", "-.INF"].map(word => [word, Number.NEGATIVE_INFINITY] as const),
  ...["-0", "-0.0"].map(word => [word, new WholeFloat(-0)] as const),
]);

const INTEGER = /^[-+]?(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|0[0-7]*|[1-9][0-9]*)$/i;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 64n - 1n;

/**
 * What an unquoted scalar means: the YAML 1.2 core schema, and from YAML 1.1 what the reference loader keeps:
 * leading-zero octals, `0b`, `_` between digits, dates. `yes` and `no` are text.
 */
export function plainScalar(source: string): Scalar {
  const word = WORDS.get(source);
  if (word !== undefined) return word;
  const first = source.charCodeAt(0);
  if (first === 0x2e) return floatScalar(source) ?? source;
  const digit = first >= 0x30 && first <= 0x39;
  if (!digit && first !== 0x2b && first !== 0x2d) return source;
  const plain = source.includes("_") ? source.replaceAll("_", "") : source;
  return timestamp(source) ?? integerScalar(plain) ?? floatScalar(plain) ?? source;
}

/** An integer as Go reads it with base 0; undefined when it is none or needs more than 64 bits. */
export function integerScalar(text: string): number | bigint | undefined {
  if (!INTEGER.test(text)) return undefined;
  const negative = text.startsWith("-");
  const digits = text.replace(/^[-+]/, "");
  const octal = /^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits.toLowerCase();
  const value = negative ? -BigInt(octal) : BigInt(octal);
  if (value < SMALLEST || value > LARGEST) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function floatScalar(text: string): number | WholeFloat | undefined {
  if (!FLOAT.test(text)) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  return asFloat(value);
}

/** Marks a float that looks like an integer. */
export function asFloat(value: number): number | WholeFloat {
  return Number.isInteger(value) ? new WholeFloat(value) : value;
}
