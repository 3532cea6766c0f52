/** What a stack costs a month, and what that figure does not hold. */
export interface Cost {
  readonly currency: "USD";
  readonly region: string;
  /** Date of the price data, ISO; each line's source has its own. */
  readonly asOf: string;
  /** With autoscaled pools at rest and spot capacity at spot prices. */
  readonly expectedUsd: number;
  /** With every autoscaled pool at its maximum, on demand. */
  readonly ceilingUsd: number;
  readonly lines: readonly CostLine[];
  readonly unpriced: readonly Unpriced[];
  /** Sentences: what makes the figures less sure, e.g. the age of the prices. */
  readonly warnings: readonly string[];
  /** Sentences: what was taken for granted, each with its number. */
  readonly assumptions: readonly string[];
}

/** One charge of one resource, a month. */
export interface CostLine {
  /** The resource's Pulumi name. */
  readonly resource: string;
  readonly type: string;
  readonly what: string;
  /** Expected quantity. */
  readonly quantity: number;
  readonly unit: string;
  readonly unitUsd: number;
  readonly expectedUsd: number;
  readonly ceilingUsd: number;
  /** Where the unit price comes from, with its date. */
  readonly source: string;
}

/** Something that may cost money and is in no figure. */
export interface Unpriced {
  readonly type: string;
  readonly name: string;
  readonly why: string;
}
