/** Days after which prices are old enough to say so. */
export const FRESH_DAYS = 180;
const DAY_MS = 86_400_000;

/** How many days lie between two ISO dates; negative when `today` is before `asOf`. */
export function ageInDays(asOf: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(asOf)) / DAY_MS);
}

/** A warning once prices are too old to rely on; none before. */
export function stalenessWarnings(asOf: string, today: string, region: string): readonly string[] {
  const age = ageInDays(asOf, today);
  if (age <= FRESH_DAYS) return [];
  return [`the prices of ${region} are ${age} days old (${asOf}); take the estimate as a guide`];
}
