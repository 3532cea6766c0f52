import type { Wanted } from "./asked";
import type { Product, Tier } from "./product";

/** A figure, or why the answer does not say it. */
export type Found = { readonly usd: number } | { readonly problem: string };

/** What comes before a usage type: the region's short name, or its own. `TS-` is another product's. */
const PREFIX = "(?:(?!TS-)[A-Z]{2,4}\\d?-)?";

/** Reads a figure from the products that were answered. */
export function figureOf(wanted: Wanted, products: readonly Product[], region: string): Found {
  const name = new RegExp(`^(?:${PREFIX}|${region}-)${escaped(wanted.usage)}$`);
  const tiers = products
    .filter(({ attributes }) => name.test(attributes.usagetype ?? ""))
    .flatMap(product => tierOf(product, wanted) ?? []);
  const [tier, ...others] = tiers;
  if (tier === undefined) return { problem: `no price of ${wanted.usage}` };
  if (others.some(other => other.usd !== tier.usd || other.unit !== tier.unit))
    return {
      problem: `${tiers.length} prices of ${wanted.usage}: ${tiers.map(({ usd }) => usd).join(", ")}`,
    };
  const factor = wanted.units[tier.unit];
  if (factor === undefined) return { problem: `${wanted.usage} is priced by ${tier.unit}` };
  return { usd: rounded(tier.usd * factor) };
}

/** The tier that begins where the figure's does; else the first that is paid for. */
function tierOf({ tiers }: Product, { from }: Wanted): Tier | undefined {
  return tiers.find(tier => (from === undefined ? tier.usd > 0 : tier.from === from));
}

const escaped = (text: string): string => text.replace(/[.:]/g, "\\$&");

/** Ten decimals, as the price list has. */
export const rounded = (usd: number): number => Math.round(usd * 1e10) / 1e10;
