import type { App } from "../../app/model";
import type { Service } from "../../app/model/service";
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
    reporter.adapted("services.*.restart", ["services", name, "restart"], note);
    return ownsVolume ? "StatefulSet" : "Deployment";
  }
  if (service.restart !== undefined) {
    const note = "the pod is started again whenever it ends";
    reporter.same("services.*.restart", ["services", name, "restart"], note);
  }
  return ownsVolume ? "StatefulSet" : "Deployment";
}

function isJob(app: App, name: string, service: Service, listens: boolean): boolean {
  if (service.deploy?.mode?.endsWith("-job")) return true;
  const conditions = Object.values(app.services).flatMap(other => other.depends_on?.[name]?.condition ?? []);
  if (conditions.includes("service_completed_successfully")) return true;
  const policy = service.deploy?.restart_policy?.condition ?? service.restart;
  return (policy === "no" || policy === "none") && !listens && conditions.length === 0;
}
