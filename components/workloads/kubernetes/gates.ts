import { hasProbe } from "./probes";
import type { PlanContext, Workload } from "./workload";

/**
 * What a pod waits for: `ready` pods; `started` ones, where a health check is there that nobody waits for; or a
 * Job that is `completed`.
 */
export type GateMode = "ready" | "started" | "completed";

/** The services that one waits for, in the order of the file. One that never runs is not waited for. */
export function gatedOn(
  context: PlanContext,
  { service }: Workload,
): readonly { readonly dependency: Workload; readonly mode: GateMode }[] {
  return Object.entries(service.depends_on ?? {}).flatMap(([name, { condition }]) => {
    const dependency = context.workloads.get(name);
    if (dependency === undefined || dependency.replicas === 0) return [];
    return [{ dependency, mode: gateMode(dependency, condition) }];
  });
}

/** How others wait for this service. */
export function gatesOn(context: PlanContext, workload: Workload): ReadonlySet<GateMode> {
  const gates = [...context.workloads.values()].flatMap(other => gatedOn(context, other));
  return new Set(gates.filter(({ dependency }) => dependency.name === workload.name).map(({ mode }) => mode));
}

/** The name of the headless Service that stands for a gate; a headless service's own will do for readiness. */
export function gateServiceName(workload: Workload, mode: GateMode): string {
  return mode === "ready" && workload.headless ? workload.resource : `${workload.resource}-${mode}`;
}

/** Without a check, a pod is ready as soon as it has started, so one gate serves both conditions. */
function gateMode({ service, kind }: Workload, condition: string): GateMode {
  if (kind === "Job") return "completed";
  return condition === "service_started" && hasProbe(service) ? "started" : "ready";
}
