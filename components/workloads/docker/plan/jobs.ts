import type { PlannedJob } from "../docker-plan";
import type { DockerPlanRequest } from "../docker-plan-request";
import { calendarOf } from "./calendar";

/** What the host does by the clock beside its backups. */
export function planJobs({ drill }: DockerPlanRequest): readonly PlannedJob[] {
  return drill === undefined ? [] : [{ name: "drill", calendar: calendarOf(drill) }];
}
