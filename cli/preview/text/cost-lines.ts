import type { Cost } from "../../../pricing/cost";
import { columns } from "../../terminal/columns";
import type { Style } from "../../terminal/style";
import { paragraph } from "../../terminal/wrap";
import { figure, usd } from "../money";
import type { NoCost } from "../preview";

const LAYOUT = [
  { align: "left", most: 28 },
  { align: "left", most: 24 },
  { align: "right", most: 22 },
  { align: "right", most: 8 },
  { align: "right", most: 8 },
] as const;

/** The monthly cost: one line a charge, both totals, and what they do not hold. */
export function costLines(cost: Cost | NoCost, style: Style): string[] {
  if ("unavailable" in cost) {
    return [style.bold("Monthly cost"), ...paragraph(`Not estimated: ${cost.unavailable}`, 2)];
  }
  const [head = "", ...rows] = columns(
    [
      ["resource", "charge", "quantity × USD", "expected", "ceiling"],
      ...cost.lines.map(line => [
        line.resource,
        line.what,
        `${figure(line.quantity)} ${line.unit} × ${figure(line.unitUsd)}`,
        usd(line.expectedUsd),
        usd(line.ceilingUsd),
      ]),
      ["total", "", "", usd(cost.expectedUsd), usd(cost.ceilingUsd)],
    ],
    LAYOUT,
  );
  const total = rows.pop() ?? "";
  return [
    style.bold(`Monthly cost in USD, ${cost.region}, prices of ${cost.asOf}`),
    `  ${style.dim(head)}`,
    ...rows.map(row => `  ${row}`),
    `  ${style.bold(total)}`,
    ...cost.warnings.flatMap(warning => paragraph(warning, 2, "! ")).map(style.yellow),
    ...unpricedLines(cost, style),
    ...assumptionLines(cost, style),
  ];
}

function unpricedLines({ unpriced }: Cost, style: Style): string[] {
  if (unpriced.length === 0) return [];
  return [
    `  ${style.yellow("not in these figures")}`,
    ...unpriced.flatMap(({ name, why }) => paragraph(`${name}: ${why}`, 4, "• ")),
  ];
}

function assumptionLines({ assumptions }: Cost, style: Style): string[] {
  if (assumptions.length === 0) return [];
  return [
    `  ${style.dim("taken for granted")}`,
    ...assumptions.flatMap(assumption => paragraph(assumption, 4, "• ")).map(style.dim),
  ];
}
