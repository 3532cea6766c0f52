import usEast1 from "./data/us-east-1.json";
import type { PriceData } from "./price-data";

/** The regions that have price data; a region is added with its file. */
export const REGIONS: Readonly<Record<string, PriceData>> = { "us-east-1": usEast1 };
