import { distance } from "fastest-levenshtein";

/** The known key that a typo most likely meant, or undefined when nothing is close. */
export function nearest(key: string, known: readonly string[]): string | undefined {
  // Two for five letters, so that two swapped ones are found.
  const limit = Math.ceil(key.length / 3);
  let best: { name: string; far: number } | undefined;
  for (const name of known) {
    const far = distance(key.toLowerCase(), name.toLowerCase());
    if (far <= limit && (best === undefined || far < best.far)) best = { name, far };
  }
  return best?.name;
}
