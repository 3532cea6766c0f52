import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JOURNAL, type JournalEntry } from "./journal";

/** What happened in the simulated account of a project so far. */
export function readJournal(folder: string): readonly JournalEntry[] {
  const path = join(folder, JOURNAL);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  // A line that is being written has no end yet.
  return lines.slice(0, -1).map(line => JSON.parse(line) as JournalEntry);
}
