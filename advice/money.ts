/** Whole dollars: an advice is no bill. */
export function usd(amount: number): string {
  return Math.round(amount).toLocaleString("en-US");
}
