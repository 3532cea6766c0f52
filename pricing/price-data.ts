import type { PriceKey } from "./figures";

/** Where figures come from. */
export interface Provenance {
  readonly source: string;
  readonly licence: string;
  /** ISO date. */
  readonly asOf: string;
}

export interface HourlyPrices extends Provenance {
  /** By family, its sizes and their USD an hour: `t3` → `micro 0.0104, small 0.0208`. */
  readonly perHour: Readonly<Record<string, string>>;
}

/** Charges that are not an instance's, from one source. */
export interface ServicePrices extends Provenance {
  /** USD for the unit that `FIGURES` names. A charge without a figure makes what it is a charge of unpriced. */
  readonly usd: Readonly<Partial<Record<PriceKey, number>>>;
}

/** The form of `data/<region>.<date>.json`. */
export interface PriceData {
  readonly region: string;
  readonly currency: string;
  /** ISO date of the instances' prices; each group has its own. */
  readonly asOf: string;
  readonly hoursPerMonth: number;
  /** Linux, shared tenancy. */
  readonly onDemand: HourlyPrices;
  /** Examples: spot prices move by the hour, and most types have no figure. */
  readonly spot?: HourlyPrices;
  /** By source; the newest figure of a charge counts. */
  readonly services: readonly ServicePrices[];
}
