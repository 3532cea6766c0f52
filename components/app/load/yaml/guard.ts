import { Lexer } from "yaml";
import { refuse } from "../problems";

/** Nodes that one document may have, as in the reference loader. */
export const MAX_NODES = 100_000;
const MAX_DEPTH = 1_500;
/** Below this many characters no text can hold enough to be a burden. */
const SMALL = 3_000;
// Printable characters of YAML 1.2, chapter 5.1, and the byte order mark.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these characters that are looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\ufffe\uffff]/;

/** Refuses a text that would cost too much to parse, before it is parsed. */
export function guardSize(text: string, file: string): void {
  const control = CONTROL.exec(text);
  if (control !== null) {
    const line = text.slice(0, control.index).split("\n").length;
    refuse([], "control characters are not allowed in YAML", "remove them", { file, line, column: 1 });
  }
  if (text.length < SMALL) return;
  const at = { file, line: 1, column: 1 };
  let depth = 0;
  let inLine = 0;
  let scalars = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const first = lexeme[0];
    if (first === "\u001f") scalars += 1;
    else if (first === "\n" || first === "\r") inLine = 0;
    else if ((first === "[" || first === "{") && lexeme.length === 1) depth += 1;
    else if ((first === "]" || first === "}") && lexeme.length === 1) depth -= 1;
    else if ((first === "-" || first === "?") && lexeme.length === 1) inLine += 1;
    if (depth + inLine > MAX_DEPTH) refuse([], "nested too deeply", "use fewer levels", at);
    if (scalars > 2 * MAX_NODES) tooMany(at);
  }
}

export function tooMany(at: { file: string; line: number; column: number }): never {
  return refuse([], `more than ${MAX_NODES} values in one document`, "split the file with `include`", at);
}
