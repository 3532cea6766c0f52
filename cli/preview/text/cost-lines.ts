import type { Cost } from "../../../pricing/cost";
import { columns, cut } from "../../terminal/columns";
import type { Style } from "../../terminal/style";
import { paragraph, WIDTH } from "../../terminal/wrap";
import { amount, figure, usd } from "../money";
import type { NoCost } from "../preview";

/** Together at most as wide as other text, and mostly no wider than a terminal of 80 columns. */
const LAYOUT = [
  { align: "left", most: 42 },
  { align: "right", most: 26 },
  { align: "right", most: 10 },
  { align: "right", most: 10 },
] as const;
/** How far a charge stands in below its resource. */
const STEP = "  ";

/** The monthly cost: each resource with one line a charge, both totals, and what they do not hold. */
export function costLines(cost: Cost | NoCost, style: Style): string[] {
  if ("unavailable" in cost) {
    return [style.bold("Monthly cost"), ...paragraph(`Not estimated: ${cost.unavailable}`, 2)];
  }
  const [head = "", ...rows] = columns(
    [
      ["charge", "quantity × USD", "expected", "ceiling"],
      ...cost.lines.map(line => [
        `${STEP}${line.what}`,
        `${amount(line.quantity)} ${line.unit} × ${figure(line.unitUsd)}`,
        usd(line.expectedUsd),
        usd(line.ceilingUsd),
      ]),
      ["total", "", usd(cost.expectedUsd), usd(cost.ceilingUsd)],
    ],
    LAYOUT,
  );
  const total = rows.pop() ?? "";
  return [
    style.bold(`Monthly cost in USD, ${cost.region}, prices of ${cost.asOf}`),
    `  ${style.dim(head)}`,
    ...rows.flatMap((row, at) => [...resourceLine(cost, at), `  ${row}`]),
    `  ${style.bold(total)}`,
    ...cost.warnings.flatMap(warning => paragraph(warning, 2, "! ")).map(style.yellow),
    ...unpricedLines(cost, style),
    ...assumptionLines(cost, style),
  ];
}

/** The name of a charge's resource, above the first of its charges. */
function resourceLine({ lines }: Cost, at: number): string[] {
  const resource = lines[at]?.resource ?? "";
  return resource === lines[at - 1]?.resource ? [] : [`  ${cut(resource, WIDTH - STEP.length)}`];
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
