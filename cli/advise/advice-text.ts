import type { Advice } from "../../advice/advice";
import { PATH_NAMES } from "../../advice/paths";
import type { Style } from "../terminal/style";
import { paragraph } from "../terminal/wrap";
import { flipText } from "./flip-text";
import { conflictText, costText } from "./sentences";

/** An advice for a terminal: the answer, each rule with what it found, and what would change it. */
export function adviceText(advice: Advice, style: Style): string {
  const { app, path, reasons, flips, alternatives, next, assumed } = advice;
  const conflict = conflictText(advice);
  return `${[
    style.bold(`${app}: ${PATH_NAMES[path]}`),
    ...(conflict === undefined ? [] : paragraph(conflict, 2)),
    "",
    style.bold("Why"),
    ...reasons.flatMap(({ number, rule, evidence, says }) => [
      ...paragraph(`${evidence}; ${says}`, 2, `${number}. `),
      ...paragraph(rule, 5).map(line => style.dim(line)),
    ]),
    "",
    ...section("What would change the answer", flips.map(flipText), style),
    ...section(
      "Outside of this project",
      alternatives.map(({ name, why }) => `${name}: ${why}`),
      style,
    ),
    ...section("Next", next, style),
    ...section(
      "Taken for granted",
      [...assumed.map(({ fact, value, what }) => `${fact} = ${value}: ${what}`), costText(advice)],
      style,
    ),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  if (lines.length === 0) return [];
  return [style.bold(title), ...lines.flatMap(line => paragraph(line, 2, "• ")), ""];
}
