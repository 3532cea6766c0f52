import { pricerOf } from "./catalog";
import { cents } from "./cents";
import type { Cost, CostLine, Unpriced } from "./cost";
import { freeBecause } from "./free";
import { MissingFigure } from "./missing-figure";
import { priceBook } from "./price-book";
import type { PricedResource } from "./priced-resource";
import type { Charge, Priced, PricingContext } from "./pricer";
import { stackView } from "./stack-view";
import { stalenessWarnings } from "./staleness";
import { assumption, resolveUsage, type Usage } from "./usage";

export type { Cost, CostLine, Unpriced } from "./cost";
export { NoPriceData } from "./no-price-data";
export type { PricedResource } from "./priced-resource";

export interface EstimateOptions {
  /** AWS region, e.g. us-east-1. */
  readonly region: string;
  /** What to assume where a preview cannot know; see `USAGE` for names and defaults. */
  readonly usage?: Partial<Usage>;
  /** ISO date that decides which Kubernetes versions are in extended support. Default: the date of the price data. */
  readonly today?: string;
}

/**
 * What the resources cost a month. A type without a price is listed in `unpriced`, never counted as zero.
 * Throws `NoPriceData` for a region without figures and `InvalidInput` for bad usage figures.
 */
export function estimate(resources: readonly PricedResource[], options: EstimateOptions): Cost {
  const book = priceBook(options.region);
  const usage = resolveUsage(options.usage);
  const context = { book, usage, stack: stackView(resources), today: options.today ?? book.asOf };
  const priced = resources.map(resource => ({ resource, priced: price(resource, context) }));
  const lines = priced.flatMap(({ resource, priced: { charges = [] } }) =>
    charges.map(charge => lineOf(resource, charge)),
  );
  return {
    currency: "USD",
    region: options.region,
    asOf: book.asOf,
    expectedUsd: cents(lines.reduce((sum, line) => sum + line.expectedUsd, 0)),
    ceilingUsd: cents(lines.reduce((sum, line) => sum + line.ceilingUsd, 0)),
    lines: sortedBy(lines, line => [line.resource, line.type, line.what]),
    warnings: stalenessWarnings(datesOf(priced), context.today, options.region),
    unpriced: sortedBy(priced.flatMap(unpricedOf), one => [one.name, one.type, one.why]),
    assumptions: assumptionsOf(
      priced.map(one => one.priced),
      usage,
    ),
  };
}

function price(resource: PricedResource, context: PricingContext): Priced {
  const pricer = pricerOf(resource.type);
  if (pricer !== undefined) return priceWhatIsKnown(() => pricer.price(resource, context));
  return freeBecause(resource.type) === undefined ? { unpriced: ["this type has no price here"] } : {};
}

/** A resource with a charge that the region has no figure for is unpriced as a whole: half a sum misleads. */
function priceWhatIsKnown(price: () => Priced): Priced {
  try {
    return price();
  } catch (error) {
    if (error instanceof MissingFigure) return { unpriced: [error.message] };
    throw error;
  }
}

function lineOf({ name, type }: PricedResource, charge: Charge): CostLine {
  const { what, price: unit, quantity } = charge;
  const ceilingQuantity = charge.ceilingQuantity ?? quantity;
  return {
    resource: name,
    type,
    what,
    quantity,
    unit: unit.unit,
    unitUsd: unit.usd,
    expectedUsd: exact(quantity * unit.usd),
    ceilingUsd: exact(ceilingQuantity * (charge.ceilingPrice ?? unit).usd),
    source: unit.source,
  };
}

/** The dates of every figure in use. */
function datesOf(priced: readonly { readonly priced: Priced }[]): string[] {
  return priced
    .flatMap(({ priced: { charges = [] } }) => charges)
    .flatMap(({ price, ceilingPrice = price }) => [price.asOf, ceilingPrice.asOf]);
}

function unpricedOf({ resource, priced }: { resource: PricedResource; priced: Priced }): Unpriced[] {
  return (priced.unpriced ?? []).map(why => ({ type: resource.type, name: resource.name, why }));
}

function assumptionsOf(priced: readonly Priced[], usage: Usage): string[] {
  const used = priced.flatMap(one => one.uses ?? []).map(key => assumption(key, usage));
  const said = priced.flatMap(one => one.assumptions ?? []);
  return [...new Set([...used, ...said])].sort();
}

/** Sums of binary fractions are rounded where no figure has that many digits. */
const exact = (usd: number): number => Math.round(usd * 1e6) / 1e6;

function sortedBy<T>(list: readonly T[], key: (item: T) => readonly string[]): T[] {
  const compare = (a: readonly string[], b: readonly string[]): number => {
    const at = a.findIndex((part, index) => part !== b[index]);
    return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
  };
  return [...list].sort((a, b) => compare(key(a), key(b)));
}
