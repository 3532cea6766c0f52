import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { InvalidInput } from "../../components/lib/issues";

export type Mapping = Readonly<Record<string, unknown>>;

/**
 * One of Pulumi's YAML files as a mapping; undefined when there is no such file.
 *
 * @param name of the file in `directory`, which is also how problems name it
 * @throws InvalidInput when it is no YAML mapping
 */
export function readYaml(directory: string, name: string): Mapping | undefined {
  const file = join(directory, name);
  const text = readText(file);
  if (text === undefined) return undefined;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new InvalidInput(
      document.errors.map(({ message, pos: [start] }) => {
        const { line, col: column } = lineCounter.linePos(start);
        return {
          path: name,
          wrong: `not YAML: ${message}`,
          instead: "write valid YAML",
          at: { file, line, column },
        };
      }),
    );
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (value === null) return {};
  if (isMapping(value)) return value;
  throw new InvalidInput([{ path: name, wrong: "not a mapping", instead: "write keys and values" }]);
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
