import type { ReportEntry } from "../../../components/workloads/verdict";
import { groupReport } from "../../report/group-report";
import type { Outcome } from "../../report/outcome";
import { columns } from "../../terminal/columns";
import { printable } from "../../terminal/printable";
import type { Style } from "../../terminal/style";
import { paragraph } from "../../terminal/wrap";
import type { Preview } from "../preview";

const COLOURS: Readonly<Record<Outcome, "red" | "yellow" | "cyan" | "dim">> = {
  refused: "red",
  withheld: "yellow",
  adapted: "cyan",
  ignored: "dim",
  same: "dim",
};

/** What is not the same on the target as in the Compose file, each sentence once with the places it is about. */
export function reportLines({ report }: Preview, style: Style): string[] {
  const outcomes = groupReport(report);
  if (outcomes.length === 0) return [style.bold("What your Compose keys become"), "  All stay as they are."];
  return [
    style.bold("What your Compose keys become"),
    ...outcomes.flatMap(({ outcome, groups }) => [
      `  ${style[COLOURS[outcome]](outcome)}`,
      ...groups.flatMap(({ note, entries }) => [
        ...paragraph(printable(sentence(note)), 4, "• "),
        ...placeLines(entries).map(line => style.dim(`        ${line}`)),
      ]),
    ]),
  ];
}

/** The outcome stands above already. */
function sentence(note: string): string {
  return note.replace(/^withheld: /, "");
}

function placeLines(entries: readonly ReportEntry[]): string[] {
  const rows = entries.map(({ path, at }) => [
    printable(path),
    at === undefined ? "" : printable(`${at.file}:${at.line}`),
  ]);
  return columns(rows, [
    { align: "left", most: 52 },
    { align: "left", most: 38, keep: "end" },
  ]);
}
