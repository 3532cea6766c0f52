import type { Position } from "../../lib/issues";
import type { Path } from "./path";
import { readText } from "./read-file";
import { type Parsed, parseYaml } from "./yaml/parse";

/** Reads and parses every file once, however often it is extended or included. */
export class FileCache {
  private readonly parsed = new Map<string, Parsed[]>();

  /** @throws InvalidInput when the file cannot be read or is no YAML */
  documents(file: string, path: Path = [], at?: Position): readonly Parsed[] {
    const known = this.parsed.get(file) ?? parseYaml(readText(file, path, at), file);
    this.parsed.set(file, known);
    return known;
  }
}
