import { describe, expect, it } from "vitest";
import { parseCron } from "../../components/lib/cron";

const ANY = {
  minutes: undefined,
  hours: undefined,
  days: undefined,
  months: undefined,
  weekdays: undefined,
};

describe("a cron expression", () => {
  it.each([
    ["* * * * *", {}],
    ["0 3 * * *", { minutes: [0], hours: [3] }],
    ["*/20 * * * *", { minutes: [0, 20, 40] }],
    ["5/25 * * * *", { minutes: [5, 30, 55] }],
    ["0 8-18/5 * * *", { minutes: [0], hours: [8, 13, 18] }],
    ["0,30 4,2 1 */6 *", { minutes: [0, 30], hours: [2, 4], days: [1], months: [1, 7] }],
    ["0 0 * JAN-mar sun", { minutes: [0], hours: [0], months: [1, 2, 3], weekdays: [0] }],
    ["0 0 * * 5-7", { minutes: [0], hours: [0], weekdays: [0, 5, 6] }],
    ["@weekly", { minutes: [0], hours: [0], weekdays: [0] }],
  ])("%s", (text, fields) => {
    expect(parseCron(text)).toEqual({ ...ANY, ...fields });
  });

  it.each([
    "",
    "daily",
    "@reboot",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * 32 * *",
    "* * * 13 *",
    "* * * * 8",
    "5-1 * * * *",
    "*/0 * * * *",
    "1- * * * *",
    "1-2-3 * * * *",
    "1,,2 * * * *",
    "* * * * moonday",
    "-1 * * * *",
    "1.5 * * * *",
  ])("is not %j", text => {
    expect(parseCron(text)).toBeUndefined();
  });
});
