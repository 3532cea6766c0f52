import type { App } from "../../app/model";
import type { Service } from "../../app/model/service";
import { isOneShot } from "../shared/one-shot";
import type { Reporter } from "../shared/reporter";
import type { WorkloadKind } from "./workload";

/**
 * A Job when others wait for its completion or it says `restart: "no"` and nobody could call it; a StatefulSet
 * when it alone owns a volume, so that there are never two pods on it; else a Deployment.
 */
export function workloadKind(
  app: App,
  name: string,
  ownsVolume: boolean,
  listens: boolean,
  reporter: Reporter,
): WorkloadKind {
  const service = app.services[name];
  if (service === undefined) return "Deployment";
  const path = ["services", name, "restart"];
  if (service.deploy?.mode === "global") return "DaemonSet";
  if (isJob(app, name, service, listens)) {
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
function isJob(app: App, name: string, service: Service, listens: boolean): boolean {
  if (!isOneShot(app, name)) return false;
  const conditions = Object.values(app.services).flatMap(other => other.depends_on?.[name]?.condition ?? []);
  const awaited = conditions.includes("service_completed_successfully");
  const asked = service.deploy?.mode?.endsWith("-job") ?? false;
  return awaited || asked || (!listens && conditions.length === 0);
}
