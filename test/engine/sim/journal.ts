import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { passed } from "./kill-switch";
import type { Properties } from "./plain";

/** Where the simulated providers of a project write, all into one file; relative to its folder. */
export const JOURNAL = "journal.ndjson";

/** The beginning or the end of something done to the account, a line of the journal. */
export interface JournalEntry {
  readonly op: "create" | "update" | "delete";
  readonly at: "start" | "end" | "failed";
  readonly type: string;
  readonly urn: string;
  /** Absent where a creation begins. */
  readonly id?: string;
  /** Inputs of what was created or updated, where that ends. */
  readonly inputs?: unknown;
}

/** Milliseconds that everything takes, so that what runs at the same time overlaps, and a kill finds it half done. */
const DURATION = 4;

/** Does something and writes down its beginning, and its end or that it failed. */
export async function journalled<T extends { readonly id: string; readonly inputs?: Properties | undefined }>(
  what: Pick<JournalEntry, "op" | "type" | "urn" | "id">,
  action: () => Promise<T>,
): Promise<T> {
  write({ ...what, at: "start" });
  if (passed() === "lost") return never(what);
  await sleep(DURATION);
  try {
    const done = await action();
    await sleep(DURATION);
    write({ ...what, at: "end", id: done.id, inputs: done.inputs });
    passed();
    return done;
  } catch (error) {
    write({ ...what, at: "failed" });
    throw error;
  }
}

/** A call that got lost on its way, of an engine that waits for nothing any more. */
function never(what: Pick<JournalEntry, "op" | "type" | "urn" | "id">): Promise<never> {
  write({ ...what, at: "failed" });
  return new Promise(() => {});
}

/** One call a line: the system appends it whole, whichever provider writes. */
function write(entry: JournalEntry): void {
  appendFileSync(JOURNAL, `${JSON.stringify(entry)}\n`);
}
