import type { Route } from "../references";
import type { Fields } from "./fields";
import { kubernetesName } from "./kubernetes-name";
import type { PlannedManifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import type { PlanContext } from "./workload";

/** Traefik's listeners carry the numbers of its entry points, which its chart keeps above 1024. */
const LISTENER_PORTS: Readonly<Record<string, { readonly http: number; readonly https: number }>> = {
  traefik: { http: 8000, https: 8443 },
};

/** The name of the app's Gateway. */
export function gatewayName({ app }: PlanContext): string {
  return kubernetesName(app.name);
}

/** The listener that a route hangs on: plain HTTP, or HTTPS for its host. */
export function listenerName(route: Route): string {
  return route.tls && route.host !== undefined ? kubernetesName("https", route.host) : "http";
}

/** The app's one Gateway; with a ClusterIssuer, cert-manager fills the Secret of each host's certificate. */
export function gateway(context: PlanContext): readonly PlannedManifest[] {
  const { facts, namespace, app, routes } = context;
  if (routes.length === 0) return [];
  const ports = facts.gatewayPorts ?? LISTENER_PORTS[facts.gatewayClass] ?? { http: 80, https: 443 };
  const hosts = [
    ...new Set(routes.flatMap(({ tls, host }) => (tls && host !== undefined ? [host] : []))),
  ].sort();
  const name = gatewayName(context);
  const annotations = { "cert-manager.io/cluster-issuer": facts.clusterIssuer ?? "" };
  const manifest = {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: {
      name,
      namespace,
      labels: appLabels(app.name),
      ...(facts.clusterIssuer !== undefined && hosts.length > 0 && { annotations }),
    },
    spec: {
      gatewayClassName: facts.gatewayClass,
      listeners: [
        { name: "http", protocol: "HTTP", port: ports.http, allowedRoutes: SAME_NAMESPACE },
        ...hosts.map(host => httpsListener(host, ports.https)),
      ],
    },
  };
  return [{ key: `${name}-gateway`, manifest }];
}

const SAME_NAMESPACE = { namespaces: { from: "Same" } };

function httpsListener(hostname: string, port: number): Fields {
  return {
    name: kubernetesName("https", hostname),
    protocol: "HTTPS",
    port,
    hostname,
    tls: { mode: "Terminate", certificateRefs: [{ name: kubernetesName(hostname, "tls") }] },
    allowedRoutes: SAME_NAMESPACE,
  };
}
