import type { PriceData } from "../../pricing/price-data";
import { columns } from "../terminal/columns";
import type { Style } from "../terminal/style";
import { paragraph } from "../terminal/wrap";
import { ASKED } from "./asked";
import type { Refreshed } from "./refresh-region";

const LIST = [
  { align: "left", most: 20 },
  { align: "right", most: 20 },
  { align: "left", most: 10 },
  { align: "left", most: 10 },
  { align: "left", most: 120 },
] as const;

/** What a refresh wrote, and what it could not. */
export function refreshedText({ data, instances, figures, problems }: Refreshed, path: string): string {
  const { region, asOf } = data;
  const lines = [
    `${region}: ${instances} instance types and ${figures} other figures of ${asOf}, in ${path}`,
    ...problems.flatMap(problem => paragraph(problem, 2, "• ")),
  ];
  return `${lines.join("\n")}\n`;
}

/** The regions that have prices, how old they are, and what has none. */
export function listText(regions: readonly PriceData[], style: Style): string {
  const heading = ["region", "instance types", "of", "oldest", "no figure for"];
  const rows = regions.map(data => [
    data.region,
    String(typesOf(data)),
    data.asOf,
    oldest(data),
    missing(data).join(", ") || "-",
  ]);
  const [head = "", ...lines] = columns([heading, ...rows], LIST);
  return `${[style.bold(head), ...lines].join("\n")}\n`;
}

function typesOf({ onDemand }: PriceData): number {
  return Object.values(onDemand.perHour).reduce((sum, sizes) => sum + sizes.split(", ").length, 0);
}

function oldest({ onDemand, services }: PriceData): string {
  return [onDemand, ...services].map(({ asOf }) => asOf).sort()[0] ?? "";
}

/** Of what a refresh would ask for. */
function missing({ services }: PriceData): string[] {
  const known = new Set(services.flatMap(({ usd }) => Object.keys(usd)));
  return ASKED.flatMap(({ figures }) => Object.keys(figures)).filter(key => !known.has(key));
}
