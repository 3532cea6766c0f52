import type { ReportEntry } from "../../components/workloads/verdict";

/** What a reader is told of a key, worst first. `withheld` is `adapted` for the sake of safety. */
export const OUTCOMES = ["refused", "withheld", "adapted", "ignored", "same"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function outcomeOf({ verdict, note }: Pick<ReportEntry, "verdict" | "note">): Outcome {
  return verdict === "adapted" && note.startsWith("withheld:") ? "withheld" : verdict;
}
