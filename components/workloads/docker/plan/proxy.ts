import { type ImageLock, pinnedImage } from "../../../app/lock/image-lock";
import { shortHash } from "../../../lib/names";
import { compact } from "../../../lib/records";
import type { Route } from "../../references";
import type { ProxyConfig } from "../docker-plan";
import { proxyConfig, type RoutedBackend } from "../proxy-config";
import type { ServiceContext } from "./context";
import { PROXY_IMAGE, proxyService } from "./proxy-service";
import type { PlannedNetworking } from "./service-networks";

export interface PlannedProxy {
  readonly service: Readonly<Record<string, unknown>>;
  readonly config: ProxyConfig;
}

/** One service's routes and where its containers are found. */
export interface Reachable {
  readonly context: ServiceContext;
  readonly networking: PlannedNetworking;
}

export interface ProxyRequest {
  readonly acmeEmail?: string;
  /** Digests of published images, where the app has them. */
  readonly lock?: ImageLock;
  /** What watches the host: the proxy joins its network, and may lead to it. */
  readonly monitoring?: { readonly networks: Readonly<Record<string, unknown>>; readonly route?: Route };
}

const backendOf = (route: Route): RoutedBackend => ({ route, service: route.service });

/** The proxy and its configuration; none when nothing is routed. */
export function planProxy(
  services: readonly Reachable[],
  { acmeEmail, monitoring, lock }: ProxyRequest,
): PlannedProxy | undefined {
  const own = services.flatMap(reachable => backendsOf(reachable));
  const routed = [...own, ...(monitoring?.route ? [backendOf(monitoring.route)] : [])];
  if (routed.length === 0) return undefined;
  const config = proxyConfig(routed, { ...compact({ acmeEmail }), monitored: monitoring !== undefined });
  const networks = [
    ...own.flatMap(({ service }) => firstNetwork(services, service) ?? []),
    ...(monitoring ? Object.keys(monitoring.networks) : []),
  ];
  return {
    config,
    service: proxyService({
      image: pinnedImage(PROXY_IMAGE, lock),
      networks: [...new Set(networks)].sort(),
      reachesHost: routed.some(({ service }) => service === undefined),
      tls: routed.some(({ route }) => route.tls),
      configHash: shortHash(config.files["traefik.yaml"] ?? "", 16),
    }),
  };
}

function backendsOf({ context, networking }: Reachable): readonly RoutedBackend[] {
  const { name, routes, reporter } = context;
  const mode = networking.compose.network_mode;
  for (const [index, { host, tls }] of routes.entries()) {
    if (!tls || !host?.startsWith("*.")) continue;
    const path = ["services", name, "x-towpath", "ingress", index];
    const wrong = `no certificate can be had for ${host} without a DNS challenge`;
    reporter.refuse("services.*.x-towpath", path, wrong, "name each host, or write tls: false");
  }
  if (mode === "none" && routes.length > 0) {
    const instead = "remove network_mode: none, or the ingress";
    reporter.refuse("services.*.network_mode", ["services", name, "network_mode"], "has no network", instead);
  }
  if (mode === "host") return routes.map(route => ({ route }));
  return routes.map(route => ({ route, service: networking.sharedWith ?? name }));
}

/** One network is enough to reach a service. */
function firstNetwork(services: readonly Reachable[], name: string | undefined): string | undefined {
  const found = services.find(({ context }) => context.name === name);
  return Object.keys(found?.networking.compose.networks ?? {})[0];
}
