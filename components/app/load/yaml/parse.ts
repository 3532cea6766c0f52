import type { Position } from "../../../lib/issues";
import { refuse } from "../problems";
import { Cursor, isBreak, YamlError } from "./cursor";
import type { YamlNode } from "./node";
import { readNodes } from "./read-nodes";

/** One document of a file, not yet a value. */
export interface Parsed {
  readonly file: string;
  readonly root: YamlNode | null;
  readonly position: (offset: number) => Position;
}

// What YAML 1.2, chapter 5.1, does not count as printable.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these characters that are looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\ufffe\uffff]/;

/**
 * Reads the documents of a YAML text, as the reference loader's parser does. It has its own scanner because general
 * packages accept other texts than that one (tabs, indentation of quoted lines) and do not bear hostile input: a
 * nesting of 1,000 exhausts their stack, and ten megabytes take them seconds and a gigabyte.
 *
 * @throws InvalidInput with the first syntax error
 */
export function parseYaml(text: string, file: string): Parsed[] {
  const position = positions(text, file);
  const control = CONTROL.exec(text);
  if (control !== null) {
    refuse([], "control characters are not allowed in YAML", "remove them", position(control.index));
  }
  try {
    return readNodes(text).map(root => ({ file, root, position }));
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return refuse([], error.wrong, error.instead, position(error.at));
  }
}

/** Line and column of a place in a text; the lines are looked for when the first is asked for. */
function positions(text: string, file: string): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return offset => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const cursor = new Cursor(text);
  for (; cursor.at < text.length; cursor.at++) {
    if (!isBreak(cursor.code())) continue;
    cursor.newLine();
    starts.push(cursor.at);
    cursor.at -= 1;
  }
  return starts;
}
