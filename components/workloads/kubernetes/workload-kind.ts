import type { Service } from "../../app/model/service";
import type { Reporter } from "../shared/reporter";
import type { WorkloadKind } from "./workload";

/** What a service's kind follows from. */
interface KindFacts {
  readonly name: string;
  readonly service: Service;
  /** What others wait for of it. */
  readonly conditions: ReadonlySet<string>;
  /** Whether it runs to its end instead of serving. */
  readonly oneShot: boolean;
  readonly ownsVolume: boolean;
  readonly listens: boolean;
}

/**
 * A Job when others wait for its completion or it says `restart: "no"` and nobody could call it; a StatefulSet
 * when it alone owns a volume, so that there are never two pods on it; else a Deployment.
 */
export function workloadKind(
  { name, service, conditions, oneShot, ownsVolume, listens }: KindFacts,
  reporter: Reporter,
): WorkloadKind {
  const path = ["services", name, "restart"];
  if (service.deploy?.mode === "global") return "DaemonSet";
  if (isJob({ service, conditions, oneShot, listens })) {
    reporter.adapted(
      "services",
      ["services", name],
      "runs to its end once for each of its versions, as a Job",
    );
    return "Job";
  }
  if (service.restart === "no" || service.restart?.startsWith("on-failure")) {
    const note = "the pod is started again whenever it ends, since this service is called or kept running";
    reporter.adapted("services.*.restart", path, note);
    return ownsVolume ? "StatefulSet" : "Deployment";
  }
  if (service.restart !== undefined) {
    const note = "the pod is started again whenever it ends";
    reporter.same("services.*.restart", path, note);
  }
  return ownsVolume ? "StatefulSet" : "Deployment";
}

/** A service that never restarts but is called by others is there to serve, whatever its `restart` says. */
function isJob({ service, conditions, oneShot, listens }: Omit<KindFacts, "name" | "ownsVolume">): boolean {
  if (!oneShot) return false;
  const awaited = conditions.has("service_completed_successfully");
  const asked = service.deploy?.mode?.endsWith("-job") ?? false;
  return awaited || asked || (!listens && conditions.size === 0);
}
