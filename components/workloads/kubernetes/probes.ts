import type { Healthcheck } from "../../app/model/healthcheck";
import { compact } from "../../lib/records";
import { wholeSeconds } from "./duration";
import type { Fields } from "./fields";
import type { Workload } from "./workload";

/** How long a program may take to become healthy at least; after that its container is started again, seconds. */
const STARTUP_SECONDS = 300;

/**
 * A health check's probes. Startup: nothing else is asked before the check first succeeds. Readiness: traffic
 * stops while it fails. Liveness only when `x-towpath.liveness` asks for it, with three times the patience,
 * since Compose never restarts a container for being unhealthy. Defaults are Docker's: 30 s, 30 s, 3 retries.
 */
export function probesOf({ service, extension, kind }: Workload): Fields {
  const check = service.healthcheck;
  const command = probeCommand(check);
  if (check === undefined || command === undefined || kind === "Job") return {};
  const { interval, retries } = pace(check);
  const ask = { exec: { command }, timeoutSeconds: wholeSeconds(check.timeout, 30) };
  const readinessProbe = { ...ask, periodSeconds: interval, failureThreshold: retries };
  return compact({
    startupProbe: { ...ask, ...startupWindow(check, interval, retries) },
    readinessProbe,
    livenessProbe: extension.liveness ? { ...readinessProbe, failureThreshold: retries * 3 } : undefined,
  });
}

/** How long a service's program may take to become healthy, seconds; 0 where nobody asks. */
export function startupSeconds({ service, kind }: Workload): number {
  const check = service.healthcheck;
  if (check === undefined || probeCommand(check) === undefined || kind === "Job") return 0;
  const { interval, retries } = pace(check);
  const { periodSeconds, failureThreshold } = startupWindow(check, interval, retries);
  return periodSeconds * failureThreshold;
}

/** Whether a service's pods count as ready only after a check. */
export function hasProbe(service: Workload["service"]): boolean {
  return probeCommand(service.healthcheck) !== undefined;
}

function pace(check: Healthcheck) {
  return { interval: wholeSeconds(check.interval, 30), retries: Math.max(1, check.retries ?? 3) };
}

function startupWindow(check: Healthcheck, interval: number, retries: number) {
  const periodSeconds = wholeSeconds(check.start_interval, Math.min(interval, 5));
  const window = Math.max(STARTUP_SECONDS, wholeSeconds(check.start_period, 0, 0) + interval * retries);
  return { periodSeconds, failureThreshold: Math.ceil(window / periodSeconds) };
}

function probeCommand(check: Healthcheck | undefined): readonly string[] | undefined {
  if (check?.test === undefined || check.disable === true) return undefined;
  const [form, ...words] = check.test;
  if (form === "CMD" && words.length > 0) return words;
  if (form === "CMD-SHELL" && words.length > 0) return ["/bin/sh", "-c", words.join(" ")];
  return undefined;
}
