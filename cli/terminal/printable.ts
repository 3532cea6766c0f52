/** Text from a user's file with control characters made visible, so that it cannot steer the terminal. */
export function printable(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replace(/\p{Cc}/gu, "\u00b7")
    .replace(/[\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "\u00b7");
}
