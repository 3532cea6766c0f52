import type { Advice } from "../../advice/advice";
import { PATH_NAMES } from "../../advice/paths";
import { escaped, table } from "../preview/markdown/table";
import { flipText } from "./flip-text";
import { conflictText, costText } from "./sentences";

/** An advice for a page or a pull request. */
export function adviceMarkdown(advice: Advice): string {
  const { app, path, reasons, flips, alternatives, next, assumed } = advice;
  const rows = reasons.map(({ number, evidence, says, rule }) => [String(number), evidence, says, rule]);
  const conflict = conflictText(advice);
  return `${[
    `### ${escaped(app)}: ${PATH_NAMES[path]}`,
    conflict === undefined ? "" : escaped(conflict),
    table(["Rule", "Found", "Says", "Because"], rows),
    list("What would change the answer", flips.map(flipText)),
    list(
      "Outside of this project",
      alternatives.map(({ name, why }) => `${name}: ${why}`),
    ),
    list("Next", next),
    list("Taken for granted", [
      ...assumed.map(({ fact, value, what }) => `${fact} = ${value}: ${what}`),
      costText(advice),
    ]),
  ]
    .filter(part => part !== "")
    .join("\n\n")}\n`;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `**${title}**\n\n${lines.map(line => `- ${escaped(line)}`).join("\n")}`;
}
