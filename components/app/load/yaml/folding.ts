import type { Cursor } from "./cursor";
import { isBlank, isBreak } from "./cursor";

/** What white space between two words of a scalar means, once the next word is there. */
export interface Gap {
  readonly text: string;
  readonly broken: boolean;
}

/**
 * Goes past blanks and line breaks inside a scalar: blanks stay, one line break is a space, more are one less.
 * `broken` says that the line has ended before already, by a backslash. `tab` is told each tab at a line's start.
 */
export function skipGap(cursor: Cursor, broken: boolean, tab: (column: number) => void = () => {}): Gap {
  const start = cursor.at;
  let first = "";
  let more = "";
  let folded = broken;
  while (isBlank(cursor.code()) || isBreak(cursor.code())) {
    if (isBlank(cursor.code())) {
      if (folded && cursor.code() === 0x09) tab(cursor.column);
      cursor.at += 1;
    } else if (!folded) {
      first = cursor.newLine();
      folded = true;
    } else more += cursor.newLine();
  }
  if (!folded) return { text: cursor.text.slice(start, cursor.at), broken: false };
  if (first === "\n") return { text: more === "" ? " " : more, broken: true };
  return { text: first + more, broken: true };
}
