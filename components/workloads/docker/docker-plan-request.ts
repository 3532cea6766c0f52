import type { PlanRequest } from "../plan-request";

/** What the Docker planner is given: the app, and what the settings ask of its host. */
export interface DockerPlanRequest extends PlanRequest {
  /** When the host drills every backup, a cron expression in UTC; absent: when asked. */
  readonly drill?: string;
}
