import { type Document, LineCounter, type Node, parseAllDocuments } from "yaml";
import { InvalidInput, type Issue, type Position } from "../../../lib/issues";
import { refuse } from "../problems";
import { guardSize } from "./guard";

/** One document of a file, not yet a value. */
export interface Parsed {
  readonly file: string;
  readonly root: Node | null;
  readonly position: (offset: number) => Position;
}

/** Reads the documents of a YAML text. @throws InvalidInput with every syntax error. */
export function parseYaml(text: string, file: string): Parsed[] {
  guardSize(text, file);
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const documents = documentsOf(text, lines, file);
  const issues = documents.flatMap(document =>
    document.errors.map((error): Issue => {
      const wrong = error.message.replace(/\s+$/, "");
      return { path: "", wrong, instead: "correct the YAML here", at: position(error.pos[0]) };
    }),
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  return documents.map(document => ({ file, root: document.contents, position }));
}

function documentsOf(text: string, lines: LineCounter, file: string): Document.Parsed[] {
  try {
    const documents = parseAllDocuments(text, {
      schema: "failsafe",
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "silent",
    });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse([], "nested too deeply", "use fewer levels", { file, line: 1, column: 1 });
  }
}
