import { MissingFigure } from "./missing-figure";
import { NoPriceData } from "./no-price-data";
import type { PriceData, PriceKey } from "./price-data";
import { REGIONS } from "./regions";

/** What one unit costs, and who says so. */
export interface Price {
  readonly what: string;
  readonly unit: string;
  readonly usd: number;
  readonly source: string;
}

/** One region's prices. */
export interface PriceBook {
  readonly region: string;
  readonly asOf: string;
  readonly hoursPerMonth: number;
  /** Throws `MissingFigure` for a charge that this region has no figure for. */
  price(key: PriceKey): Price;
  /** USD an hour on demand, Linux; undefined for a type without a figure. */
  onDemand(instanceType: string): Price | undefined;
  /** USD an hour as spot; undefined for a type without a figure. */
  spot(instanceType: string): Price | undefined;
}

/** Opens a region's prices. Throws `NoPriceData` when there are none. */
export function priceBook(region: string): PriceBook {
  const data = Object.hasOwn(REGIONS, region) ? REGIONS[region] : undefined;
  if (data === undefined) throw new NoPriceData(region);
  return {
    region,
    asOf: data.asOf,
    hoursPerMonth: data.hoursPerMonth,
    price: key => servicePrice(key, data),
    onDemand: type => hourly(data.onDemand, type),
    spot: type => hourly(data.spot, type),
  };
}

function servicePrice(key: PriceKey, { region, services, furtherServices }: PriceData): Price {
  for (const group of [services, furtherServices]) {
    const price = group?.prices[key];
    if (group === undefined || price === undefined) continue;
    const { what, unit, usd, source = sourceOf(group) } = price;
    return { what, unit, usd, source };
  }
  throw new MissingFigure(key, region);
}

function hourly(prices: PriceData["onDemand"], type: string): Price | undefined {
  const [family = "", size = ""] = type.split(/\.(.*)/);
  const usd = prices.perHour[family]?.[size];
  return usd === undefined ? undefined : { what: type, unit: "hour", usd, source: sourceOf(prices) };
}

function sourceOf({ source, licence, asOf }: PriceData["onDemand"] | PriceData["services"]): string {
  return `${source} (${licence}), ${asOf}`;
}
