import { type Cursor, isBlank, isBlankOrBreak, isBreak, YamlError } from "./cursor";
import { skipGap } from "./folding";

const FLOW_ENDS = new Set([..."[]{},"].map(character => character.charCodeAt(0)));
const COLON = 0x3a;
const HASH = 0x23;
const QUESTION = 0x3f;

/** Reads an unquoted scalar. `indent` is the least column of its further lines; `multiline` that it took several. */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  inFlow: boolean,
): { text: string; multiline: boolean } {
  let text = "";
  let gap = { text: "", broken: false };
  while (!cursor.atDocumentMark() && cursor.code() !== HASH) {
    const word = scanWord(cursor, inFlow);
    if (word !== "") {
      text += gap.text + word;
      gap = { text: "", broken: false };
    }
    if (!isBlank(cursor.code()) && !isBreak(cursor.code())) break;
    const start = cursor.at;
    const next = skipGap(cursor, gap.broken, column => {
      if (column < indent)
        throw new YamlError(start, "a tab stands where only spaces may indent", "use spaces");
    });
    gap = word === "" ? { text: gap.text + next.text, broken: gap.broken || next.broken } : next;
    if (!inFlow && cursor.column < indent) break;
  }
  return { text, multiline: gap.broken };
}

function scanWord(cursor: Cursor, inFlow: boolean): string {
  const { text } = cursor;
  const start = cursor.at;
  for (; cursor.at < text.length; cursor.at++) {
    const code = text.charCodeAt(cursor.at);
    if (isBlankOrBreak(code)) break;
    if (code === COLON && isBlankOrBreak(cursor.code(1))) break;
    if (inFlow && (FLOW_ENDS.has(code) || (code === QUESTION && isBlankOrBreak(cursor.code(1))))) break;
  }
  return text.slice(start, cursor.at);
}
