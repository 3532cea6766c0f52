import type { Ingress } from "../../app/extension";
import { extensionOf } from "../../app/extension-of";
import type { Loaded } from "../../app/load/loaded";
import type { Service } from "../../app/model/service";
import type { Route } from "../references";
import { implicitRoute } from "./implicit-route";
import type { ModelPath } from "./model-path";
import type { Reporter } from "./reporter";

const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600 } as const;

/**
 * How the world reaches the app over HTTP: every `x-towpath.ingress`, or one implicit route when there is none.
 * Refuses, through the reporter, an ingress without a clear port and two that claim the same host and path.
 */
export function routesOf(loaded: Loaded, domain: string | undefined, reporter: Reporter): readonly Route[] {
  const asked = Object.entries(loaded.app.services).flatMap(([name, service]) =>
    ingressesOf(service).map(({ ingress, path }) => ({
      name,
      service,
      ingress,
      path: ["services", name, ...path],
    })),
  );
  if (asked.length === 0) return implicitRoute(loaded.app, domain, reporter);
  const routes = asked.flatMap(({ name, service, ingress, path }) => {
    const port = ingress.port ?? onlyPort(service);
    if (port === undefined) {
      reporter.refuse(
        "services.*.x-towpath",
        path,
        "which port answers is not clear",
        "add port: to the ingress",
      );
      return [];
    }
    return [{ path, route: routeOf(name, ingress, port, domain) }];
  });
  refuseConflicts(routes, reporter);
  for (const { route, path } of routes) reportRoute(route, path, reporter);
  return routes.map(({ route }) => route);
}

function ingressesOf(service: Service): readonly { ingress: Ingress; path: ModelPath }[] {
  const { ingress } = extensionOf(service);
  if (ingress === undefined) return [];
  if (!Array.isArray(ingress)) return [{ ingress, path: ["x-towpath", "ingress"] }];
  return ingress.map((one, index) => ({ ingress: one, path: ["x-towpath", "ingress", index] }));
}

function routeOf(service: string, ingress: Ingress, port: number, domain: string | undefined): Route {
  const host = ingress.host ?? (domain === undefined ? undefined : `${service}.${domain}`);
  return {
    service,
    ...(host !== undefined && { host }),
    path: ingress.path,
    port,
    tls: host !== undefined && (ingress.tls ?? true),
    sticky: ingress.sticky,
    timeoutSeconds: seconds(ingress.timeout),
    ...(ingress.health !== undefined && { health: ingress.health }),
  };
}

/** The container's port when the service publishes or exposes exactly one. */
function onlyPort(service: Service): number | undefined {
  const published = (service.ports ?? []).filter(port => port.protocol === "tcp").map(port => port.target);
  const exposed = (service.expose ?? []).map(text => Number(text.split("/")[0])).filter(Number.isInteger);
  const all = [...new Set([...published, ...exposed])];
  return all.length === 1 ? all[0] : undefined;
}

function refuseConflicts(routes: readonly { route: Route; path: ModelPath }[], reporter: Reporter): void {
  const owners = new Map<string, string>();
  for (const { route, path } of routes) {
    const place = `${route.host ?? "every host"}${route.path}`;
    const owner = owners.get(place);
    if (owner === undefined) owners.set(place, route.service);
    else {
      const wrong = `${place} is already the route of service ${owner}`;
      reporter.refuse("services.*.x-towpath", path, wrong, "give one of them another host: or path:");
    }
  }
}

function reportRoute(route: Route, path: ModelPath, reporter: Reporter): void {
  const scheme = route.tls ? "https" : "http";
  const note = `${scheme}://${route.host ?? "<any host>"}${route.path} leads to port ${route.port} of ${route.service}`;
  reporter.same("services.*.x-towpath", path, note);
}

function seconds(duration: string): number {
  const [, amount = "60", unit = "s"] = /^(\d+)(ms|s|m|h)$/.exec(duration) ?? [];
  return Math.max(1, Math.ceil(Number(amount) * SECONDS[unit as keyof typeof SECONDS]));
}
