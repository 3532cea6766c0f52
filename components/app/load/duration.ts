const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
  ["d", 86_400_000_000_000n],
  ["w", 604_800_000_000_000n],
]);
const LARGEST = 2n ** 63n - 1n;
const PART = /(\d*)(?:\.(\d*))?([^\d.]+)/y;

/** Nanoseconds of a duration such as `1h30m`, `1.5s` or `2d`; undefined when it is none. */
export function parseDuration(text: string): bigint | undefined {
  const unsigned = text.replace(/^[-+]/, "");
  if (unsigned === "0") return 0n;
  if (unsigned === "") return undefined;
  let total = 0n;
  PART.lastIndex = 0;
  while (PART.lastIndex < unsigned.length) {
    const match = PART.exec(unsigned);
    if (match === null) return undefined;
    const [, whole = "", fraction = "", name = ""] = match;
    const unit = UNITS.get(name);
    if (unit === undefined || (whole === "" && fraction === "")) return undefined;
    total += BigInt(whole === "" ? 0 : whole) * unit + fractionOf(fraction, unit);
    if (total > LARGEST) return undefined;
  }
  return text.startsWith("-") ? -total : total;
}

function fractionOf(digits: string, unit: bigint): bigint {
  if (digits === "") return 0n;
  const kept = digits.slice(0, 18);
  return BigInt(Math.trunc(Number(kept) * (Number(unit) / 10 ** kept.length)));
}

/** A duration as Go prints it: `1m30s`, `1.5s`, `200ms`, `0s`. */
export function formatDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return "0s";
  const sign = nanoseconds < 0n ? "-" : "";
  const left = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (left < 1_000n) return `${sign}${left}ns`;
  if (left < 1_000_000n) return `${sign}${decimalText(left, 1_000n)}µs`;
  if (left < 1_000_000_000n) return `${sign}${decimalText(left, 1_000_000n)}ms`;
  const minutes = left / 60_000_000_000n;
  const seconds = `${decimalText(left % 60_000_000_000n, 1_000_000_000n)}s`;
  if (minutes === 0n) return `${sign}${seconds}`;
  if (minutes < 60n) return `${sign}${minutes}m${seconds}`;
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function decimalText(value: bigint, unit: bigint): string {
  const fraction = String(value % unit)
    .padStart(String(unit).length - 1, "0")
    .replace(/0+$/, "");
  return fraction === "" ? String(value / unit) : `${value / unit}.${fraction}`;
}
