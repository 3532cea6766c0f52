/** The moments that a cron expression names, field by field; a field that is not restricted is undefined. */
export interface Cron {
  readonly minutes: Field;
  readonly hours: Field;
  readonly days: Field;
  readonly months: Field;
  /** 0 is Sunday. */
  readonly weekdays: Field;
}
type Field = readonly number[] | undefined;

interface Range {
  readonly from: number;
  readonly to: number;
  /** Names of the numbers, beginning with `from`. */
  readonly names?: readonly string[];
}

const MINUTE: Range = { from: 0, to: 59 };
const HOUR: Range = { from: 0, to: 23 };
const DAY: Range = { from: 1, to: 31 };
const MONTH: Range = {
  from: 1,
  to: 12,
  names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
/** Sunday is 0 and 7. */
const WEEKDAY: Range = { from: 0, to: 7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] };

const SHORT: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

/** Reads five fields, or a word such as `@daily`, as cron(5) has them; undefined when it is neither. */
export function parseCron(text: string): Cron | undefined {
  const words = (SHORT[text] ?? text).trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = words;
  if (words.length !== 5) return undefined;
  const minutes = parseField(minute, MINUTE);
  const hours = parseField(hour, HOUR);
  const days = parseField(day, DAY);
  const months = parseField(month, MONTH);
  const weekdays = parseField(weekday, WEEKDAY);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const sundays = weekdays.values?.map(value => value % 7);
  return {
    minutes: minutes.values,
    hours: hours.values,
    days: days.values,
    months: months.values,
    weekdays: sundays && ascending(sundays),
  };
}

/** Hours that may lie between two moments of a cron expression, and at most one day more. */
export function longestGapHours({ days, months, weekdays, hours }: Cron): number {
  if (months !== undefined) return 366 * 24;
  if (days !== undefined && weekdays === undefined) return 31 * 24;
  if (weekdays !== undefined) return longestGap(weekdays, 7) * 24;
  return hours === undefined ? 1 : longestGap(hours, 24);
}

/** The longest way from one number to the next, around a circle of so many. */
function longestGap(values: readonly number[], circle: number): number {
  return Math.max(
    ...values.map((value, index) => (values[index + 1] ?? (values[0] ?? value) + circle) - value),
  );
}

/** A zod message for what `parseCron` does not read. */
export const NOT_CRON = "not a cron expression; write for example 0 3 * * * for every day at three";

function parseField(text: string | undefined, range: Range): { readonly values: Field } | undefined {
  if (text === "*") return { values: undefined };
  const parts = (text ?? "").split(",").map(part => parsePart(part, range));
  const values = parts.flatMap(part => part ?? []);
  return parts.includes(undefined) ? undefined : { values: ascending(values) };
}

/** `*`, `5`, `1-5`, and a step after each but a single number. */
function parsePart(part: string, range: Range): readonly number[] | undefined {
  const [, span = "", step] = /^([^/]+)(?:\/([1-9]\d?))?$/.exec(part) ?? [];
  const ends = span === "*" ? [range.from, range.to] : span.split("-").map(end => numberOf(end, range));
  const [from, to = step === undefined ? from : range.to] = ends;
  if (ends.includes(undefined) || ends.length > 2 || from === undefined || to === undefined || from > to) {
    return undefined;
  }
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return all.filter(value => (value - from) % Number(step ?? 1) === 0);
}

function numberOf(text: string, { from, to, names = [] }: Range): number | undefined {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return from + named;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : -1;
  return value >= from && value <= to ? value : undefined;
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
