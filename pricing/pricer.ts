import type { Price, PriceBook } from "./price-book";
import type { PricedResource } from "./priced-resource";
import type { StackView } from "./stack-view";
import type { Usage, UsageKey } from "./usage";

/** How resources of some types are charged; one file a thing, under `types/`. */
export interface Pricer {
  readonly types: readonly string[];
  price(resource: PricedResource, context: PricingContext): Priced;
}

export interface PricingContext {
  readonly book: PriceBook;
  readonly usage: Usage;
  readonly stack: StackView;
  /** The run's date, ISO; decides which Kubernetes versions are in extended support. */
  readonly today: string;
}

export interface Priced {
  readonly charges?: readonly Charge[];
  /** Parts that could not be priced, and why. */
  readonly unpriced?: readonly string[];
  /** Usage figures that the charges rest on. */
  readonly uses?: readonly UsageKey[];
  /** Other assumptions, as sentences. */
  readonly assumptions?: readonly string[];
}

/** A quantity at a price, a month. */
export interface Charge {
  readonly what: string;
  readonly price: Price;
  readonly quantity: number;
  /** When scaled to the maximum. Default: `quantity`. */
  readonly ceilingQuantity?: number;
  /** When spot capacity is bought on demand. Default: `price`. */
  readonly ceilingPrice?: Price;
}

/** Joins what the parts of one resource cost. */
export function together(...parts: readonly Priced[]): Priced {
  return {
    charges: parts.flatMap(part => part.charges ?? []),
    unpriced: parts.flatMap(part => part.unpriced ?? []),
    uses: parts.flatMap(part => part.uses ?? []),
    assumptions: parts.flatMap(part => part.assumptions ?? []),
  };
}
