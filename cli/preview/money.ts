/** US dollars with two decimals; a unit price keeps as many as it needs. */
export function usd(amount: number): string {
  return amount.toFixed(2);
}

/** A quantity by three digits, what is whole in full. */
export function amount(quantity: number): string {
  const whole = Math.floor(Math.log10(Math.max(Math.abs(quantity), 1e-6))) + 1;
  return String(Number(quantity.toFixed(Math.max(0, 3 - whole))));
}

/** A quantity or unit price without trailing zeros, six decimals at most. */
export function figure(amount: number): string {
  return String(Math.round(amount * 1e6) / 1e6);
}
