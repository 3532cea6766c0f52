import { FIGURES, type PriceKey } from "./figures";
import { MissingFigure } from "./missing-figure";
import { NoPriceData } from "./no-price-data";
import type { HourlyPrices, PriceData, Provenance } from "./price-data";
import { REGIONS } from "./regions";

/** What one unit costs, and who says so. */
export interface Price {
  readonly what: string;
  readonly unit: string;
  readonly usd: number;
  readonly source: string;
  /** ISO date of the figure. */
  readonly asOf: string;
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
  if (data === undefined) throw new NoPriceData(region, Object.keys(REGIONS));
  return priceBookOf(data);
}

/** The prices of a region's data. */
export function priceBookOf(data: PriceData): PriceBook {
  return {
    region: data.region,
    asOf: data.asOf,
    hoursPerMonth: data.hoursPerMonth,
    price: key => servicePrice(key, data),
    onDemand: type => hourly(data.onDemand, type),
    spot: type => (data.spot === undefined ? undefined : hourly(data.spot, type)),
  };
}

function servicePrice(key: PriceKey, { region, services }: PriceData): Price {
  const [newest] = services
    .filter(({ usd }) => usd[key] !== undefined)
    .sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  const usd = newest?.usd[key];
  if (newest === undefined || usd === undefined) throw new MissingFigure(FIGURES[key].what, region);
  return { ...FIGURES[key], usd, ...sourceOf(newest) };
}

function hourly(prices: HourlyPrices, type: string): Price | undefined {
  const [family = "", size = ""] = type.split(/\.(.*)/);
  const sizes = Object.hasOwn(prices.perHour, family) ? (prices.perHour[family] ?? "") : "";
  const found = sizes.split(", ").find(entry => entry.startsWith(`${size} `));
  if (found === undefined) return undefined;
  return { what: type, unit: "hour", usd: Number(found.slice(size.length + 1)), ...sourceOf(prices) };
}

function sourceOf({ source, licence, asOf }: Provenance): Pick<Price, "source" | "asOf"> {
  return { source: `${source} (${licence}), ${asOf}`, asOf };
}
