import type { ReportEntry } from "../../components/workloads/verdict";
import { OUTCOMES, type Outcome, outcomeOf } from "./outcome";

/** All entries of which the same thing is said. */
export interface ReportGroup {
  readonly note: string;
  readonly entries: readonly ReportEntry[];
}

/** What is not `same`, worst outcome first, the same sentences together in the order of the file. */
export function groupReport(
  report: readonly ReportEntry[],
): readonly { readonly outcome: Outcome; readonly groups: readonly ReportGroup[] }[] {
  return OUTCOMES.filter(outcome => outcome !== "same")
    .map(outcome => ({ outcome, groups: byNote(report.filter(entry => outcomeOf(entry) === outcome)) }))
    .filter(({ groups }) => groups.length > 0);
}

function byNote(entries: readonly ReportEntry[]): ReportGroup[] {
  const groups = new Map<string, ReportEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.note);
    if (group === undefined) groups.set(entry.note, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([note, of]) => ({ note, entries: of }));
}
