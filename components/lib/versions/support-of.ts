import { type Product, SUPPORT } from "./support-dates";

/** How long before the end of support a version is warned of, days. */
export const WARNED_DAYS = 90;

/** Where a version stands on a day; `unlisted` is newer than the list, or of another kind. */
export type Standing =
  | { readonly state: "supported" | "ending"; readonly ends: string; readonly days: number }
  | { readonly state: "over"; readonly ends?: string }
  | { readonly state: "unlisted" };

/** Where a version (`1.35`, or a name of the list) stands on `today`, an ISO date. */
export function supportOf(product: Product, version: string, today: string): Standing {
  const { ends: dates } = SUPPORT[product];
  const ends = dates[version];
  if (ends === undefined)
    return isOlder(version, Object.keys(dates)) ? { state: "over" } : { state: "unlisted" };
  if (today > ends) return { state: "over", ends };
  const days = Math.round((Date.parse(ends) - Date.parse(today)) / 86_400_000);
  return { state: days <= WARNED_DAYS ? "ending" : "supported", ends, days };
}

function isOlder(version: string, listed: readonly string[]): boolean {
  const minor = minorOf(version);
  const others = listed.map(minorOf);
  return !Number.isNaN(minor) && others.every(other => minor < other);
}

/** The second number of `1.35`; not a number for anything else. */
const minorOf = (version: string): number => Number(/^1\.(\d+)$/.exec(version)?.[1] ?? Number.NaN);
