import { completionName } from "./completion-gate";
import type { Fields } from "./fields";
import { HELPER_IMAGE, helperContainer } from "./helper-container";
import { hasProbe } from "./probes";
import type { PlanContext, Workload } from "./workload";

/**
 * Waits until a headless Service's name resolves. DNS knows a pod once it is ready and forgets it when it is
 * not, so this needs no port, no way through the network but to DNS, and no access to the API. The namespace's
 * own domain comes first in the search list.
 */
const WAIT =
  'while read -r key domain _; do [ "$key" = search ] && break; done < /etc/resolv.conf; ' +
  "until nslookup \"$0.$domain.\" 2>/dev/null | grep -q '^Name:'; do sleep 1; done";

/** What a service waits for before its own container starts: an init container a dependency, in file order. */
export function startGates(context: PlanContext, workload: Workload): readonly Fields[] {
  return Object.entries(workload.service.depends_on ?? {}).flatMap(([name, { condition }]) => {
    const dependency = context.workloads.get(name);
    if (dependency === undefined || dependency.replicas === 0) return [];
    const command = ["/bin/sh", "-c", WAIT, gateName(context, dependency, condition)];
    return [
      helperContainer(
        `wait-for-${dependency.resource}`.slice(0, 63).replace(/-+$/, ""),
        HELPER_IMAGE,
        command,
      ),
    ];
  });
}

/** How a dependency is gated: by its readiness, or, when it has a check that nobody waits for, by its start. */
export type GateMode = "ready" | "started";

/** The gates that other services need on this one; each is a headless Service. */
export function gatesOn({ app }: PlanContext, workload: Workload): ReadonlySet<GateMode> {
  const conditions = Object.values(app.services).flatMap(
    ({ depends_on }) => depends_on?.[workload.name]?.condition ?? [],
  );
  const awaited = conditions.filter(condition => condition !== "service_completed_successfully");
  return new Set(awaited.map(condition => gateMode(workload, condition)));
}

/** The name of the headless Service that stands for a gate; a headless service's own will do for readiness. */
export function gateServiceName(workload: Workload, mode: GateMode): string {
  return mode === "ready" && workload.headless ? workload.resource : `${workload.resource}-${mode}`;
}

/** Without a check, a pod is ready as soon as it has started, so one gate serves both conditions. */
function gateMode({ service }: Workload, condition: string): GateMode {
  return condition === "service_started" && hasProbe(service) ? "started" : "ready";
}

function gateName(context: PlanContext, dependency: Workload, condition: string): string {
  if (dependency.kind === "Job") return completionName(context.jobNames.get(dependency.name) ?? "");
  return gateServiceName(dependency, gateMode(dependency, condition));
}
