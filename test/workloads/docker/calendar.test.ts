import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../components/workloads/docker/plan/calendar";

const systemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe("a cron expression as systemd has it", () => {
  it.each([
    ["0 3 * * *", "*-*-* 03:00:00 UTC"],
    ["*/30 * * * *", "*-*-* *:00,30:00 UTC"],
    ["15 2 1 1,7 *", "*-01,07-01 02:15:00 UTC"],
    ["0 4 * * sun", "Sun *-*-* 04:00:00 UTC"],
    // Either is enough, as in cron(5).
    ["0 4 13 * 5", "*-*-13 04:00:00 UTC|Fri *-*-* 04:00:00 UTC"],
  ])("%s is %s", (cron, calendar) => {
    expect(calendarOf(cron)).toBe(calendar);
  });

  it.skipIf(!systemd)("is read by systemd as it is meant (skipped without systemd-analyze)", () => {
    const next = (cron: string, now: string) => {
      const command = ["calendar", `--base-time=${now}`, "--iterations=3", ...calendarOf(cron).split("|")];
      const { status, stdout } = spawnSync("systemd-analyze", command, {
        encoding: "utf8",
        env: { ...process.env, TZ: "UTC", LC_ALL: "C" },
      });
      expect(status).toBe(0);
      return [...stdout.matchAll(/(?:Next elapse|Iteration #\d+|Iter\. #\d+): \w+ ([\d-]+ [\d:]+) UTC/g)].map(
        ([, at]) => at,
      );
    };
    expect(next("*/40 8-9 * * *", "2026-11-28 08:01:00 UTC")).toEqual([
      "2026-11-28 08:40:00",
      "2026-11-28 09:00:00",
      "2026-11-28 09:40:00",
    ]);
    expect(next("30 2 * * mon-fri", "2026-11-28 08:01:00 UTC")[0]).toBe("2026-11-30 02:30:00");
  });
});
