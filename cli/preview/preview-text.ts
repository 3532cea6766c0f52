import type { Style } from "../terminal/style";
import type { Preview } from "./preview";
import { artefactLines } from "./text/artefact-lines";
import { costLines } from "./text/cost-lines";
import { headerLines } from "./text/header-lines";
import { policyLines } from "./text/policy-lines";
import { reportLines } from "./text/report-lines";
import { resourceLines } from "./text/resource-lines";

/** A preview for the terminal, at most 100 columns wide. */
export function previewText(preview: Preview, style: Style): string {
  const sections = [
    headerLines(preview, style),
    resourceLines(preview, style),
    reportLines(preview, style),
    policyLines(preview, style),
    costLines(preview.cost, style),
    artefactLines(preview, style),
  ];
  return `${sections.map(lines => lines.join("\n")).join("\n\n")}\n`;
}
