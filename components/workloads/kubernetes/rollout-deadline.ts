import { durationSeconds } from "./duration";
import { gatedOn } from "./gates";
import { startupSeconds } from "./probes";
import { isReplicated, type PlanContext, type Workload } from "./workload";

/** For a node to come up and images to be pulled, before a program starts, seconds. */
const PREPARATION_SECONDS = 300;
/** How long a migration may take, seconds. */
const JOB_SECONDS = 3600;
/** The longest that an update waits for one service, seconds. */
const LONGEST = 7200;

/** How long a pod must be ready before it counts, by `deploy.update_config`, seconds. */
export function minReadySeconds({ service }: Workload): number {
  const { delay, monitor } = service.deploy?.update_config ?? {};
  return Math.ceil(Math.max(durationSeconds(delay) ?? 0, durationSeconds(monitor) ?? 0));
}

/** After how long without a new ready pod a rollout has failed, seconds; a pod may wait for a Job first. */
export function progressDeadlineSeconds(context: PlanContext, workload: Workload): number {
  const waits = gatedOn(context, workload).some(({ mode }) => mode === "completed");
  return podSeconds(workload) + (waits ? JOB_SECONDS : 0);
}

/** How long one pod may take until it counts as ready. */
function podSeconds(workload: Workload): number {
  return startSeconds(workload) + minReadySeconds(workload);
}

function startSeconds(workload: Workload): number {
  return PREPARATION_SECONDS + startupSeconds(workload);
}

/**
 * How long an update waits for a service, seconds, 300 to 7200: for a Job an hour, for one pod on every node the
 * longest, for the others as long as pods may take, one after another where they are many.
 */
export function rolloutSeconds(workload: Workload): number {
  if (workload.kind === "Job") return JOB_SECONDS;
  if (workload.kind === "DaemonSet") return LONGEST;
  const { service, extension, replicas } = workload;
  if (workload.kind === "StatefulSet")
    return Math.min(LONGEST, startSeconds(workload) * Math.max(1, replicas));
  const pods = isReplicated(workload) ? (extension.autoscale?.max ?? replicas) : 1;
  const parallelism = service.deploy?.update_config?.parallelism ?? 1;
  const rounds = parallelism === 0 ? 1 : Math.ceil(pods / parallelism);
  return Math.min(LONGEST, podSeconds(workload) * Math.max(1, rounds));
}
