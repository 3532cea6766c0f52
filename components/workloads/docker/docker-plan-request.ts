import type { PlanRequest } from "../plan-request";
import type { MonitoringRequest } from "./monitoring/monitoring-request";
import type { OwnRegistry } from "./own-registry/names";

/** What the Docker planner is given: the app, and what the settings ask of its host. */
export interface DockerPlanRequest extends PlanRequest {
  /** When the host drills every backup, a cron expression in UTC; absent: when asked. */
  readonly drill?: string;
  /** How Prometheus watches the host; absent: it does not. */
  readonly monitoring?: MonitoringRequest;
  /** Whether the host counts its own metrics, for Prometheus or CloudWatch. */
  readonly metrics?: boolean;
  /** The registry that the host runs itself; absent: it does not. */
  readonly registry?: OwnRegistry;
}
