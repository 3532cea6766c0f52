import { FIGURES, type PriceKey } from "../../pricing/figures";
import type { PriceData, Provenance, ServicePrices } from "../../pricing/price-data";
import { ASKED, type Asked } from "./asked";
import { type Found, figureOf, rounded } from "./figure-of";
import { instancePrices, LINUX } from "./instance-prices";
import type { PriceList } from "./price-list";

const HOURS_PER_MONTH = 730;

/** What a refresh of one region came to. */
export interface Refreshed {
  readonly data: PriceData;
  readonly instances: number;
  /** Charges with a figure of today. */
  readonly figures: number;
  /** Sentences: what AWS did not say, and what stands in its place. */
  readonly problems: readonly string[];
}

export interface RefreshRequest {
  readonly region: string;
  /** ISO date that the figures will have. */
  readonly today: string;
  /** What is known so far: its figures stay where AWS says none. */
  readonly before?: PriceData | undefined;
  readonly progress: (step: string) => void;
}

/** Asks for every figure of a region; undefined when AWS knows no instances there. */
export async function refreshRegion(
  { region, today, before, progress }: RefreshRequest,
  ask: PriceList,
): Promise<Refreshed | undefined> {
  progress(`asking AWS for the instances of ${region}`);
  const machines = instancePrices(await ask("AmazonEC2", { regionCode: region, ...LINUX }));
  if (machines.count === 0) return undefined;
  const found = new Map<PriceKey, Found>();
  for (const asked of ASKED) {
    progress(`asking AWS for ${asked.service} in ${region}`);
    const products = await ask(asked.service, { ...asked.filters, ...ofRegion(asked, region) });
    for (const [key, wanted] of Object.entries(asked.figures))
      found.set(key as PriceKey, withOther(figureOf(wanted, products, region), wanted.above, found));
  }
  const provenance = { source: "AWS Price List Query API", licence: "AWS' published prices", asOf: today };
  const usd = Object.fromEntries(
    [...found].flatMap(([key, one]) => ("usd" in one ? [[key, one.usd] as const] : [])),
  );
  const kept = keptFigures(before, usd);
  return {
    data: {
      region,
      currency: "USD",
      asOf: today,
      hoursPerMonth: HOURS_PER_MONTH,
      onDemand: { ...provenance, perHour: machines.perHour },
      ...(before?.spot !== undefined && { spot: before.spot }),
      services: [{ ...provenance, usd }, ...kept],
    },
    instances: machines.count,
    figures: Object.keys(usd).length,
    problems: [
      ...machines.problems.map(problem => `${problem}; left out`),
      ...[...found].flatMap(([key, one]) => ("problem" in one ? [problemText(key, one.problem, kept)] : [])),
    ],
  };
}

function ofRegion({ regionField = "regionCode" }: Asked, region: string): Record<string, string> {
  return regionField === "none" ? {} : { [regionField]: region };
}

/** A surcharge's figure together with what it is charged above. */
function withOther(one: Found, above: PriceKey | undefined, found: ReadonlyMap<PriceKey, Found>): Found {
  if (above === undefined || "problem" in one) return one;
  const other = found.get(above);
  if (other === undefined || "problem" in other) return { problem: `no price of ${FIGURES[above].what}` };
  return { usd: rounded(one.usd + other.usd) };
}

/** Earlier figures that have no successor, each with the source and the date that it had. */
function keptFigures(before: PriceData | undefined, usd: Readonly<Record<string, number>>): ServicePrices[] {
  const groups = [...(before?.services ?? [])].sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  const seen = new Set(Object.keys(usd));
  return groups.flatMap(group => {
    const rest = Object.entries(group.usd).filter(([key]) => !seen.has(key));
    for (const [key] of rest) seen.add(key);
    return rest.length === 0 ? [] : [{ ...provenanceOf(group), usd: Object.fromEntries(rest) }];
  });
}

const provenanceOf = ({ source, licence, asOf }: Provenance): Provenance => ({ source, licence, asOf });

function problemText(key: PriceKey, problem: string, kept: readonly ServicePrices[]): string {
  const { what } = FIGURES[key];
  const group = kept.find(({ usd }) => usd[key] !== undefined);
  const now = group === undefined ? "no figure" : `the figure of ${group.asOf} stays, ${group.usd[key]} USD`;
  return `${what}: ${problem}; ${now}`;
}
