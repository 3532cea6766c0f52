import type { App } from "../../app/model";
import type { Service } from "../../app/model/service";
import { conditionsOn } from "./conditions-on";

/**
 * The services that run to their end instead of serving: another one waits for it to complete, its `deploy.mode`
 * is a job, or it is never restarted and neither publishes, exposes nor checks anything.
 */
export function oneShots(app: App): ReadonlySet<string> {
  const conditions = conditionsOn(app);
  const names = Object.entries(app.services).flatMap(([name, service]) => {
    const awaited = conditions.get(name)?.has("service_completed_successfully") ?? false;
    return awaited || runsToItsEnd(service) ? [name] : [];
  });
  return new Set(names);
}

function runsToItsEnd({ deploy, restart, ports = [], expose = [], healthcheck }: Service): boolean {
  if (deploy?.mode?.endsWith("-job")) return true;
  const policy = restart ?? deploy?.restart_policy?.condition;
  const serves = ports.length > 0 || expose.length > 0 || healthcheck !== undefined;
  return (policy === "no" || policy === "none") && !serves;
}
