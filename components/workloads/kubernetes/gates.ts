import { hasProbe } from "./probes";
import type { PlanContext, Workload } from "./workload";

/**
 * What a pod waits for: `ready` pods; `started` ones, where a health check is there that nobody waits for; or a
 * Job that is `completed`.
 */
export type GateMode = "ready" | "started" | "completed";

/** The services that one waits for, in the order of the file. One that never runs is not waited for. */
export function gatedOn(
  { workloads }: Pick<PlanContext, "workloads">,
  { service }: Workload,
): readonly { readonly dependency: Workload; readonly mode: GateMode }[] {
  return Object.entries(service.depends_on ?? {}).flatMap(([name, { condition }]) => {
    const dependency = workloads.get(name);
    if (dependency === undefined || dependency.replicas === 0) return [];
    return [{ dependency, mode: gateMode(dependency, condition) }];
  });
}

/** How others wait for each service, by its name. */
export function allGates(workloads: ReadonlyMap<string, Workload>): PlanContext["gates"] {
  const gates = new Map<string, Set<GateMode>>();
  for (const workload of workloads.values()) {
    for (const { dependency, mode } of gatedOn({ workloads }, workload)) {
      gates.set(dependency.name, (gates.get(dependency.name) ?? new Set()).add(mode));
    }
  }
  return gates;
}

/** How others wait for this service. */
export function gatesOn({ gates }: PlanContext, { name }: Workload): ReadonlySet<GateMode> {
  return gates.get(name) ?? new Set();
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
