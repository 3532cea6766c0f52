import type { Product } from "./product";

/** Linux on shared hardware, with nothing on it and nothing reserved. */
export const LINUX: Readonly<Record<string, string>> = {
  capacitystatus: "Used",
  operatingSystem: "Linux",
  preInstalledSw: "NA",
  tenancy: "Shared",
};

export interface InstancePrices {
  /** As in a data file: family → sizes and their USD an hour. */
  readonly perHour: Readonly<Record<string, string>>;
  readonly count: number;
  /** Types with several prices, which are left out. */
  readonly problems: readonly string[];
}

/** Reads the hourly prices of instances from the products that were answered. */
export function instancePrices(products: readonly Product[]): InstancePrices {
  const prices = new Map<string, Set<number>>();
  for (const { attributes, tiers } of products) {
    const [tier] = tiers;
    const type = attributes.instanceType;
    const plain = Object.entries(LINUX).every(([field, value]) => attributes[field] === value);
    if (type === undefined || !plain || tier === undefined || tier.unit !== "Hrs" || tier.usd === 0) continue;
    prices.set(type, (prices.get(type) ?? new Set()).add(tier.usd));
  }
  const clear = [...prices].flatMap(([type, [usd = 0, ...more]]) =>
    more.length === 0 ? [{ type, usd }] : [],
  );
  const unclear = [...prices].filter(([, usd]) => usd.size > 1);
  return {
    perHour: families(clear),
    count: clear.length,
    problems: unclear.map(([type, usd]) => `${type}: ${usd.size} prices`).sort(),
  };
}

function families(prices: readonly { readonly type: string; readonly usd: number }[]) {
  const table: Record<string, string> = {};
  const sorted = [...prices].sort((a, b) => a.usd - b.usd || (a.type < b.type ? -1 : 1));
  for (const { type, usd } of sorted) {
    const [family = "", size = ""] = type.split(/\.(.*)/);
    table[family] = table[family] === undefined ? `${size} ${usd}` : `${table[family]}, ${size} ${usd}`;
  }
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
}
