import type { JournalEntry } from "../sim/journal";
import { goesWith } from "../sim/kubernetes";

/** Something that exists in the simulated account. */
export interface Existing {
  readonly type: string;
  readonly id: string;
  readonly urn: string;
  readonly inputs: unknown;
}

/** What the account holds after all that the journal tells. */
export function existing(journal: readonly JournalEntry[]): readonly Existing[] {
  const held = new Map<string, Existing>();
  for (const { op, at, type, urn, id = "", inputs } of journal) {
    if (at !== "end") continue;
    if (op === "delete") {
      held.delete(`${type} ${id}`);
      for (const [key, one] of held) if (goesWith(one, { type, id })) held.delete(key);
    } else held.set(`${type} ${id}`, { type, id, urn, inputs });
  }
  return [...held.values()];
}
