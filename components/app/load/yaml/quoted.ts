import { type Cursor, isBlankOrBreak, isBreak, YamlError } from "./cursor";
import { skipGap } from "./folding";

const SINGLE = 0x27;
const DOUBLE = 0x22;
const BACKSLASH = 0x5c;

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001b",
  " ": " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a scalar in single or double quotes, with its escapes and folded lines. */
export function scanQuoted(cursor: Cursor): string {
  const start = cursor.at;
  const quote = cursor.code();
  cursor.at += 1;
  const parts: string[] = [];
  for (;;) {
    if (cursor.atDocumentMark()) throw new YamlError(start, "a quote is not closed before the document ends");
    if (cursor.code() === 0) throw new YamlError(start, "a quote is not closed");
    const broken = scanWord(cursor, quote, parts);
    if (cursor.code() === quote && !broken) break;
    parts.push(skipGap(cursor, broken).text);
  }
  cursor.at += 1;
  return parts.join("");
}

/** Reads up to white space or the closing quote; true when a backslash has joined this line with the next. */
function scanWord(cursor: Cursor, quote: number, parts: string[]): boolean {
  const { text } = cursor;
  let from = cursor.at;
  for (; cursor.at < text.length; cursor.at++) {
    const code = text.charCodeAt(cursor.at);
    if (isBlankOrBreak(code)) break;
    if (code === quote && !(quote === SINGLE && cursor.code(1) === SINGLE)) break;
    if (code !== quote && !(code === BACKSLASH && quote === DOUBLE)) continue;
    parts.push(text.slice(from, cursor.at));
    cursor.at += 1;
    if (code === BACKSLASH && isBreak(cursor.code())) {
      cursor.newLine();
      return true;
    }
    parts.push(code === quote ? "'" : escaped(cursor));
    from = cursor.at + 1;
  }
  parts.push(text.slice(from, cursor.at));
  return false;
}

/** What a backslash and the character here stand for; the cursor stays on the last character of it. */
function escaped(cursor: Cursor): string {
  const letter = cursor.text[cursor.at] ?? "";
  const length = Object.hasOwn(CODE_LENGTHS, letter) ? (CODE_LENGTHS[letter] ?? 0) : 0;
  if (length === 0) {
    const known = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (known === undefined)
      throw new YamlError(cursor.at - 1, `\`\\${letter}\` is no escape`, "write `\\\\` for a backslash");
    return known;
  }
  const digits = cursor.text.slice(cursor.at + 1, cursor.at + 1 + length);
  const value =
    /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : Number.NaN;
  if (!(value <= 0x10ffff) || (value >= 0xd800 && value <= 0xdfff)) {
    throw new YamlError(cursor.at - 1, `\`\\${letter}${digits}\` is no character`);
  }
  cursor.at += length;
  return String.fromCodePoint(value);
}
