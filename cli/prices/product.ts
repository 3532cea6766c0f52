import { z } from "zod";

/** A product of the AWS Price List, as far as it is read. */
export interface Product {
  readonly attributes: Readonly<Record<string, string>>;
  /** On demand, from the smallest amount on. */
  readonly tiers: readonly Tier[];
}

export interface Tier {
  /** Where the tier begins, in `unit`. */
  readonly from: number;
  readonly unit: string;
  readonly usd: number;
}

const amount = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);
const dimension = z.object({
  unit: z.string(),
  beginRange: amount.default(0),
  pricePerUnit: z.object({ USD: amount }),
});
const product = z.object({
  product: z.object({ attributes: z.record(z.string(), z.string()) }),
  terms: z.object({
    OnDemand: z
      .record(z.string(), z.object({ priceDimensions: z.record(z.string(), dimension) }))
      .default({}),
  }),
});

/** One entry of an answer, which is JSON; undefined when it does not have the form of a product in US dollars. */
export function readProduct(entry: string): Product | undefined {
  const read = product.safeParse(parsed(entry));
  if (!read.success) return undefined;
  const terms = Object.values(read.data.terms.OnDemand);
  return {
    attributes: read.data.product.attributes,
    tiers: terms
      .flatMap(({ priceDimensions }) => Object.values(priceDimensions))
      .map(({ unit, beginRange, pricePerUnit }) => ({ from: beginRange, unit, usd: pricePerUnit.USD }))
      .sort((a, b) => a.from - b.from),
  };
}

function parsed(entry: string): unknown {
  try {
    return JSON.parse(entry);
  } catch {
    return undefined;
  }
}
