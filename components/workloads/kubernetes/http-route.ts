import type { Route } from "../references";
import { gatewayName, listenerName } from "./gateway";
import { kubernetesName } from "./kubernetes-name";
import type { Manifest, PlannedManifest } from "./kubernetes-plan";
import { objectLabels } from "./labels";
import type { PlanContext, Workload } from "./workload";

/** A service's routes, one HTTPRoute each, with a redirect from plain HTTP beside those that have a certificate. */
export function httpRoutes(context: PlanContext, workload: Workload): readonly PlannedManifest[] {
  return workload.routes.flatMap(route => {
    refuseSticky(context, workload, route);
    const name = routeName(workload, route);
    const main = planned(workload, name, httpRoute(context, workload, route, name));
    return route.tls
      ? [main, planned(workload, `${name}-redirect`, redirect(context, workload, route, name))]
      : [main];
  });
}

/** `web` for a service's root on any host, else with host and path. */
function routeName({ resource }: Workload, { host, path }: Route): string {
  const steps = [host ?? "", path].flatMap(part => part.split(/[^a-zA-Z0-9]+/)).filter(step => step !== "");
  return kubernetesName(resource, ...steps);
}

function planned({ name: service }: Workload, name: string, manifest: Manifest): PlannedManifest {
  return { service, key: `${name}-route`, manifest };
}

function httpRoute(context: PlanContext, workload: Workload, route: Route, name: string): Manifest {
  const rule = {
    matches: [{ path: { type: "PathPrefix", value: route.path } }],
    backendRefs: [{ name: workload.resource, port: route.port }],
    timeouts: { request: `${route.timeoutSeconds}s` },
  };
  return routeManifest(context, workload, route, { name, listener: listenerName(route), rule });
}

function redirect(context: PlanContext, workload: Workload, route: Route, name: string): Manifest {
  const rule = {
    matches: [{ path: { type: "PathPrefix", value: route.path } }],
    filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", port: 443, statusCode: 301 } }],
  };
  return routeManifest(context, workload, route, { name: `${name}-redirect`, listener: "http", rule });
}

function routeManifest(
  context: PlanContext,
  { resource }: Workload,
  { host }: Route,
  { name, listener, rule }: { readonly name: string; readonly listener: string; readonly rule: unknown },
): Manifest {
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "HTTPRoute",
    metadata: { name, namespace: context.namespace, labels: objectLabels(context.app.name, resource) },
    spec: {
      parentRefs: [{ name: gatewayName(context), sectionName: listener }],
      ...(host !== undefined && { hostnames: [host] }),
      rules: [rule],
    },
  };
}

function refuseSticky({ reporter }: PlanContext, { name }: Workload, { sticky }: Route): void {
  if (!sticky) return;
  const wrong = "sticky needs session persistence, which is not in Gateway API's standard channel";
  const instead = "keep sessions in a store that all replicas share, and leave sticky out";
  reporter.refuse("services.*.x-towpath", ["services", name, "x-towpath", "ingress"], wrong, instead);
}
