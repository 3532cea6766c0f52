import type { PlannedService } from "../docker-plan";
import type { ServiceContext } from "./context";

/**
 * How a service is replaced. Beside the old one when it serves over HTTP or is built here, and nothing stands
 * against two at once; `deploy.update_config.order` says otherwise. What keeps state is stopped first.
 * `exclusive` completes the sentence "two cannot run side by side, because …".
 */
export function planStrategy(
  context: ServiceContext,
  exclusive: string | undefined,
): PlannedService["strategy"] {
  const { oneShot, name, service, routes, reporter } = context;
  if (oneShot) return "gate";
  const asked = service.deploy?.update_config?.order;
  if (exclusive !== undefined) {
    if (asked === "start-first") {
      const path = ["services", name, "deploy", "update_config", "order"];
      reporter.adapted("services.*.deploy.update_config.order", path, `stop-first, because ${exclusive}`);
    }
    return "stop-first";
  }
  if (asked === "start-first" || asked === "stop-first") return asked;
  if (routes.length > 0 && service.healthcheck === undefined) {
    const note = "has none: the proxy switches to a new container as soon as it runs, ready or not";
    reporter.adapted("services.*.healthcheck", ["services", name, "healthcheck"], note);
  }
  return routes.length > 0 || service.build !== undefined ? "start-first" : "stop-first";
}

/** Services that a container is bound to: when one is replaced, so is this. */
export function followed({ service }: ServiceContext): readonly string[] {
  const shared = [service.network_mode, service.ipc, service.pid].flatMap(mode =>
    mode?.startsWith("service:") ? [mode.slice("service:".length)] : [],
  );
  const mounts = (service.volumes_from ?? []).map(source => source.split(":")[0] ?? source);
  const restarted = Object.entries(service.depends_on ?? {}).flatMap(([name, { restart }]) =>
    restart ? [name] : [],
  );
  return [...new Set([...shared, ...mounts, ...restarted])].sort();
}
