/** US dollars with two decimals; a unit price keeps as many as it needs. */
export function usd(amount: number): string {
  return amount.toFixed(2);
}

/** A quantity or unit price without trailing zeros, six decimals at most. */
export function figure(amount: number): string {
  return String(Math.round(amount * 1e6) / 1e6);
}
