const UNITS: Readonly<Record<string, number>> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** Bytes of a size as Docker's own options write it: `64m`, `1G`, `512`; undefined when it is none. */
export function textBytes(text: string): number | undefined {
  const [, amount, unit = ""] = /^(\d+)([kmgt]?)i?b?$/i.exec(text.trim()) ?? [];
  const bytes = Number(amount) * (UNITS[unit.toLowerCase()] ?? 1);
  return bytes > 0 ? bytes : undefined;
}
