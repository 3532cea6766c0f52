const UNIT_SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** Seconds of a Go duration such as `1m30s`; undefined when there is none or it cannot be read. */
export function durationSeconds(text: string | undefined): number | undefined {
  const parts = [...(text ?? "").matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNIT_SECONDS[unit ?? "s"] ?? 1), 0);
}

/** The same, rounded up to the whole seconds that probes take, at least `least`. */
export function wholeSeconds(text: string | undefined, missing: number, least = 1): number {
  return Math.max(least, Math.ceil(durationSeconds(text) ?? missing));
}
