import type { Reporter } from "../shared/reporter";
import type { Workload } from "./workload";

/** Refuses and reports what makes no sense for a service that ends, or that runs once on every node. */
export function checkJob(
  { name, service, extension, kind, routes, ports }: Workload,
  reporter: Reporter,
): void {
  const path = ["services", name];
  const refuse = (key: string, wrong: string): void => {
    const instead = "leave it out, or let the service run on";
    reporter.refuse("services.*.x-towpath", [...path, "x-towpath", key], wrong, instead);
  };
  const what = kind === "Job" ? "a one-shot service" : "a service that runs on every node";
  if ((kind === "Job" || kind === "DaemonSet") && extension.autoscale !== undefined) {
    refuse("autoscale", `${what} is not scaled`);
  }
  if (kind !== "Job") return;
  if (routes.length > 0) refuse("ingress", `${what} answers no requests`);
  if (service.healthcheck !== undefined) {
    const note = "a one-shot service is done when it ends; nobody asks how it is";
    reporter.ignored("services.*.healthcheck", [...path, "healthcheck"], note);
  }
  if (ports.length > 0) {
    const note = "has no Service, since it ends; others cannot call it";
    reporter.adapted("services.*.ports", [...path, "ports"], note);
  }
}
