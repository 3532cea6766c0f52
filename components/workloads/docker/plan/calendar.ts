import { type Cron, longestGapHours, parseCron } from "../../../lib/cron";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * A cron expression as systemd's OnCalendar, in UTC. Where days of the month and of the week are both restricted,
 * either is enough, as in cron(5): two calendars, separated by `|`. Throws for what is not a cron expression, which
 * is a fault of the caller: settings and extension are checked before.
 */
export function calendarOf(cron: string): string {
  const { minutes, hours, days, months, weekdays } = parsed(cron);
  const time = `${list(hours)}:${list(minutes)}:00 UTC`;
  const onDays = `*-${list(months)}-${list(days)} ${time}`;
  if (weekdays === undefined) return onDays;
  const onWeekdays = `${weekdays.map(day => WEEKDAYS[day]).join(",")} *-${list(months)}-* ${time}`;
  return days === undefined ? onWeekdays : `${onDays}|${onWeekdays}`;
}

/** Hours after which what is done by the clock is overdue: its longest pause, and three hours to be done in. */
export function overdueHours(cron: string): number {
  return longestGapHours(parsed(cron)) + 3;
}

function parsed(cron: string): Cron {
  const read = parseCron(cron);
  if (read === undefined) throw new Error(`not a cron expression: ${cron}`);
  return read;
}

function list(values: readonly number[] | undefined): string {
  return values === undefined ? "*" : values.map(value => String(value).padStart(2, "0")).join(",");
}
