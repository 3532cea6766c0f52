import type { ReportEntry } from "../../components/workloads/verdict";
import { shownPath } from "../terminal/location";

/** What is not `same`, with files named from the current folder, so that every checkout shows the same. */
export function shownReport(report: readonly ReportEntry[], directory: string): readonly ReportEntry[] {
  return report
    .filter(({ verdict }) => verdict !== "same")
    .map(({ at, ...entry }) => ({
      ...entry,
      ...(at && { at: { ...at, file: shownPath(at.file, directory) } }),
    }));
}
