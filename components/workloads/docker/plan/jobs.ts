import type { PlannedJob } from "../docker-plan";
import type { DockerPlanRequest } from "../docker-plan-request";
import { calendarOf } from "./calendar";

/** What the host does by the clock beside its backups. */
export function planJobs({ drill, metrics }: DockerPlanRequest): readonly PlannedJob[] {
  return [
    ...(drill === undefined ? [] : [{ name: "drill" as const, calendar: calendarOf(drill) }]),
    ...(metrics === true ? [{ name: "metrics" as const, calendar: calendarOf("* * * * *") }] : []),
  ];
}
