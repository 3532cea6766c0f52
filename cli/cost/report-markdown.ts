import { escaped, table } from "../preview/markdown/table";
import { figure, usd } from "../preview/money";
import { type ComparedCost, type CostReport, warningsOf } from "./cost-report";
import { signed } from "./report-lines";

/** A report for a pull request: what changes first, then the sums, the lines folded. */
export function reportMarkdown(report: CostReport): string {
  const { expectedUsd, ceilingUsd, region, asOf, lines, byPart, byService, overlooked, unpriced } = report;
  const rows = lines.map(line => [
    line.resource,
    line.what,
    `${figure(line.quantity)} ${line.unit} × ${figure(line.unitUsd)}`,
    usd(line.expectedUsd),
    usd(line.ceilingUsd),
  ]);
  const notes = [
    ...report.warnings,
    ...unpriced.map(({ name, why }) => `not in these figures: ${name}: ${why}`),
  ];
  const granted = report.assumptions.map(assumption => `taken for granted: ${assumption}`);
  return joined([
    `### Monthly cost: $${usd(expectedUsd)} expected, $${usd(ceilingUsd)} at most`,
    differenceMarkdown(report),
    bullets(notes),
    named(
      "Component",
      ["Expected", "Ceiling"],
      byPart.map(one => [one.part, usd(one.expectedUsd), usd(one.ceilingUsd)]),
    ),
    named(
      "Service",
      ["Own", "Shared", "Expected"],
      byService.map(one => [one.service, usd(one.ownUsd), usd(one.sharedUsd), usd(one.expectedUsd)]),
    ),
    named(
      "Easily overlooked",
      ["Expected"],
      overlooked.map(one => [one.kind, usd(one.expectedUsd)]),
    ),
    `<details><summary>Every charge, ${region}, prices of ${asOf}</summary>\n\n${table(["Resource", "Charge", "Quantity × USD", "Expected", "Ceiling"], rows)}\n\n${bullets(granted)}\n\n</details>`,
  ]);
}

function differenceMarkdown({ difference }: CostReport): string {
  if (difference === undefined) return "";
  const { before, after } = difference.expectedUsd;
  const rows = difference.lines.map(({ resource, what, beforeUsd, afterUsd }) => [
    resource,
    what,
    usd(beforeUsd),
    usd(afterUsd),
    signed(afterUsd - beforeUsd),
  ]);
  return joined([
    `**${signed(after - before)}** a month against the earlier estimate of $${usd(before)}`,
    rows.length === 0 ? "" : table(["Resource", "Charge", "Before", "After", "Change"], rows),
    difference.newlyUnpriced.map(one => `- newly without a price: ${escaped(one)}`).join("\n"),
  ]).trimEnd();
}

/** A comparison of targets for a page. */
export function comparisonMarkdown(compared: readonly ComparedCost[]): string {
  const rows = compared.map(({ target, expectedUsd, ceilingUsd, unpriced, unavailable }) => [
    target,
    expectedUsd === undefined ? "" : usd(expectedUsd),
    ceilingUsd === undefined ? "" : usd(ceilingUsd),
    unpriced === undefined ? "" : String(unpriced),
    unavailable ?? "",
  ]);
  return joined([
    "### Monthly cost in USD by target",
    table(["Target", "Expected", "Ceiling", "Unpriced", "Why not"], rows),
    bullets(warningsOf(compared)),
  ]);
}

function bullets(notes: readonly string[]): string {
  return notes.map(note => `- ${escaped(note)}`).join("\n");
}

function named(name: string, sums: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : table([name, ...sums], rows);
}

function joined(parts: readonly string[]): string {
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}
