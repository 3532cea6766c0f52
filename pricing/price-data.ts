import type usEast1 from "./data/us-east-1.json";

/** A charge that is not an instance's, e.g. `natGateway`. */
export type PriceKey =
  | keyof (typeof usEast1)["services"]["prices"]
  | keyof (typeof usEast1)["furtherServices"]["prices"];

/** Charges that are not an instance's; of several groups each has its own source. */
interface ServicePrices extends Provenance {
  /** A charge without a figure makes what it is a charge of unpriced. */
  readonly prices: Readonly<Partial<Record<PriceKey, ServicePrice>>>;
}

interface Provenance {
  readonly source: string;
  readonly licence: string;
  /** ISO date. */
  readonly asOf: string;
}

interface HourlyPrices extends Provenance {
  /** USD by family and size: `t3` → `medium`. */
  readonly perHour: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The form of `data/<region>.json`. */
export interface PriceData {
  readonly region: string;
  readonly currency: string;
  readonly asOf: string;
  readonly hoursPerMonth: number;
  /** Linux, shared tenancy. */
  readonly onDemand: HourlyPrices;
  /** Examples: spot prices move by the hour, and most types have no figure. */
  readonly spot: HourlyPrices;
  readonly services: ServicePrices;
  /** Services that few stacks use. */
  readonly furtherServices?: ServicePrices;
}

export interface ServicePrice {
  readonly what: string;
  readonly unit: string;
  readonly usd: number;
  readonly note?: string;
  /** Where this figure comes from, with its date, when not from the group's source. */
  readonly source?: string;
}
