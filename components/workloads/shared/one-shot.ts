import type { App } from "../../app/model";

/**
 * Whether a service runs to its end instead of serving: another one waits for it to complete, its `deploy.mode`
 * is a job, or it is never restarted and neither publishes, exposes nor checks anything.
 */
export function isOneShot(app: App, name: string): boolean {
  const service = app.services[name];
  if (service === undefined) return false;
  const awaited = Object.values(app.services).some(
    other => other.depends_on?.[name]?.condition === "service_completed_successfully",
  );
  if (awaited || service.deploy?.mode?.endsWith("-job")) return true;
  const policy = service.restart ?? service.deploy?.restart_policy?.condition;
  const serves =
    (service.ports ?? []).length > 0 ||
    (service.expose ?? []).length > 0 ||
    service.healthcheck !== undefined;
  return (policy === "no" || policy === "none") && !serves;
}
