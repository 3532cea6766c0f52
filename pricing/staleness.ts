/** Days after which prices are old enough to say so. */
export const FRESH_DAYS = 180;
const DAY_MS = 86_400_000;

/** How many days lie between two ISO dates; negative when `today` is before `asOf`. */
export function ageInDays(asOf: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(asOf)) / DAY_MS);
}

/** A warning once the oldest of the prices in use is too old to rely on; none before. `used` are ISO dates. */
export function stalenessWarnings(used: readonly string[], today: string, region: string): readonly string[] {
  const [oldest] = [...used].sort();
  if (oldest === undefined) return [];
  const age = ageInDays(oldest, today);
  if (age <= FRESH_DAYS) return [];
  const fetch = `towpath prices refresh --region ${region}`;
  return [
    `prices of ${region} in use are up to ${age} days old (${oldest}): a guide only; ${fetch} fetches today's`,
  ];
}
