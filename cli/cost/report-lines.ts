import { usd } from "../preview/money";
import { costLines } from "../preview/text/cost-lines";
import { columns } from "../terminal/columns";
import type { Style } from "../terminal/style";
import { paragraph } from "../terminal/wrap";
import { type ComparedCost, type CostReport, warningsOf } from "./cost-report";

const NAME_AND_SUMS = [
  { align: "left", most: 44 },
  { align: "right", most: 12 },
  { align: "right", most: 12 },
  { align: "right", most: 12 },
] as const;

/** A report for a terminal. */
export function reportLines(report: CostReport, style: Style): string[] {
  const { byPart, byService, overlooked } = report;
  return [
    ...costLines(report, style),
    ...section(
      "By component",
      ["component", "expected", "ceiling"],
      byPart.map(part => [part.part, usd(part.expectedUsd), usd(part.ceilingUsd)]),
      style,
    ),
    ...section(
      "By service, what is shared divided by the memory that each asks for",
      ["service", "own", "shared", "expected"],
      byService.map(one => [one.service, usd(one.ownUsd), usd(one.sharedUsd), usd(one.expectedUsd)]),
      style,
    ),
    ...section(
      "Easily overlooked, and counted above",
      ["charge", "expected"],
      overlooked.map(({ kind, expectedUsd }) => [kind, usd(expectedUsd)]),
      style,
    ),
    ...differenceLines(report, style),
  ];
}

function differenceLines({ difference }: CostReport, style: Style): string[] {
  if (difference === undefined) return [];
  const { expectedUsd, ceilingUsd, lines, newlyUnpriced } = difference;
  const rows = lines.map(({ resource, what, beforeUsd, afterUsd }) => [
    `${resource}: ${what}`,
    usd(beforeUsd),
    usd(afterUsd),
    signed(afterUsd - beforeUsd),
  ]);
  const totals = [
    [
      "total expected",
      usd(expectedUsd.before),
      usd(expectedUsd.after),
      signed(expectedUsd.after - expectedUsd.before),
    ],
    [
      "total ceiling",
      usd(ceilingUsd.before),
      usd(ceilingUsd.after),
      signed(ceilingUsd.after - ceilingUsd.before),
    ],
  ];
  return [
    ...section(
      "Against the earlier estimate",
      ["charge", "before", "after", "change"],
      [...rows, ...totals],
      style,
    ),
    ...newlyUnpriced.flatMap(one => paragraph(`newly without a price: ${one}`, 2, "• ")),
  ];
}

/** A comparison of targets for a terminal. */
export function comparisonLines(compared: readonly ComparedCost[], style: Style): string[] {
  const rows = compared.map(({ target, expectedUsd, ceilingUsd, unpriced }) => [
    target,
    expectedUsd === undefined ? "-" : usd(expectedUsd),
    ceilingUsd === undefined ? "-" : usd(ceilingUsd),
    unpriced === undefined ? "-" : String(unpriced),
  ]);
  return [
    ...section("Monthly cost in USD", ["target", "expected", "ceiling", "unpriced"], rows, style).slice(1),
    ...compared.flatMap(({ target, unavailable }) =>
      unavailable === undefined ? [] : paragraph(`${target}: ${unavailable}`, 2, "• "),
    ),
    ...warningsOf(compared).flatMap(warning => paragraph(warning, 2, "! ")),
  ];
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  style: Style,
): string[] {
  if (rows.length === 0) return [];
  const [first = "", ...rest] = columns([head, ...rows], NAME_AND_SUMS.slice(0, head.length));
  return ["", style.bold(title), `  ${style.dim(first)}`, ...rest.map(row => `  ${row}`)];
}

export function signed(amount: number): string {
  return `${amount < 0 ? "-" : "+"}${usd(Math.abs(amount))}`;
}
