import { Timestamp } from "../tree";

const FORM =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[-+]\d\d:\d\d))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?))?$/;

const two = (value: string | undefined): string => (value ?? "0").padStart(2, "0");

/** A date or a time of YAML 1.1, e.g. `2024-01-31`; undefined for anything else. */
export function timestamp(source: string): Timestamp | undefined {
  const match = FORM.exec(source);
  if (match === null) return undefined;
  const [, year = "", month, day] = match;
  const [hour, minute, second] = [match[4] ?? match[9], match[5] ?? match[10], match[6] ?? match[11]];
  if (!exists(Number(year), Number(month), Number(day))) return undefined;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined;
  const fraction = (match[7] ?? match[12] ?? "").slice(0, 10).replace(/\.?0+$/, "");
  const zone = match[8] ?? "Z";
  const offset = zone === "Z" ? "+0000 UTC" : `${zone.replace(":", "")} ${zone.replace(":", "")}`;
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = `${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
  return new Timestamp(
    `${date} ${time} ${offset === "+0000 +0000" ? "+0000 UTC" : offset}`,
    `${date}T${time}${zone}`,
  );
}

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}
