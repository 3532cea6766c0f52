import { stringify } from "yaml";
import { physicalName, shortHash } from "../../lib/names";
import type { Route } from "../references";
import type { ProxyBackend, ProxyConfig } from "./docker-plan";

/** Ports inside the proxy's container, which needs no capability for them; 80 and 443 lead here. */
export const PROXY_PORTS = { web: 8080, websecure: 8443, ping: 8082, metrics: 8083 } as const;

/** What a route leads to. */
export interface RoutedBackend {
  readonly route: Route;
  /** The service whose containers answer; absent when the host itself does. */
  readonly service?: string;
}

export interface ProxySettings {
  /** Where the certificate authority sends warnings. */
  readonly acmeEmail?: string;
  /** Whether Prometheus asks for metrics, inside the network that monitoring has. */
  readonly monitored: boolean;
}

/** Traefik's configuration: what it reads at start, the routes, and a file a backend for the rollout to complete. */
export function proxyConfig(
  routed: readonly RoutedBackend[],
  { acmeEmail, monitored }: ProxySettings,
): ProxyConfig {
  const backends = new Map(routed.map(one => [backendName(one), one]));
  return {
    files: {
      "traefik.yaml": yaml(staticConfig(routed, acmeEmail, monitored)),
      "dynamic.yaml": yaml(dynamicConfig(routed)),
      ...Object.fromEntries(
        [...backends].map(([name, one]) => [`backends/${name}.yaml`, yaml(backend(name, one))]),
      ),
    },
    backends: [...backends].map(
      ([name, { service, route }]): ProxyBackend => ({
        name,
        ...(service !== undefined && { service }),
        port: route.port,
      }),
    ),
  };
}

function staticConfig(
  routed: readonly RoutedBackend[],
  acmeEmail: string | undefined,
  monitored: boolean,
): unknown {
  const tls = routed.some(({ route }) => route.tls);
  const slowest = Math.max(60, ...routed.map(({ route }) => route.timeoutSeconds));
  const transport = { respondingTimeouts: { readTimeout: `${slowest}s` } };
  return {
    global: { checkNewVersion: false, sendAnonymousUsage: false },
    entryPoints: {
      web: { address: `:${PROXY_PORTS.web}`, transport },
      ...(tls && { websecure: { address: `:${PROXY_PORTS.websecure}`, transport } }),
      ...(monitored && { metrics: { address: `:${PROXY_PORTS.metrics}` } }),
      ping: { address: `127.0.0.1:${PROXY_PORTS.ping}` },
    },
    ping: { entryPoint: "ping" },
    ...(monitored && { metrics: { prometheus: { entryPoint: "metrics" } } }),
    providers: {
      providersThrottleDuration: "500ms",
      file: { directory: "/etc/traefik/dynamic", watch: true },
    },
    ...(tls && {
      certificatesResolvers: {
        acme: {
          acme: { ...(acmeEmail && { email: acmeEmail }), storage: "/acme/acme.json", tlsChallenge: {} },
        },
      },
    }),
    log: { level: "INFO", format: "json" },
    accessLog: { format: "json" },
  };
}

function dynamicConfig(routed: readonly RoutedBackend[]): unknown {
  const tls = routed.some(({ route }) => route.tls);
  const timeouts = [...new Set(routed.map(({ route }) => route.timeoutSeconds))].sort((a, b) => a - b);
  return {
    http: {
      routers: Object.fromEntries(routed.flatMap(routers)),
      ...middlewares(routed),
      serversTransports: Object.fromEntries(
        timeouts.map(seconds => [
          `timeout-${seconds}s`,
          { forwardingTimeouts: { dialTimeout: "5s", responseHeaderTimeout: `${seconds}s` } },
        ]),
      ),
    },
    ...(tls && { tls: { options: { default: { minVersion: "VersionTLS12", sniStrict: false } } } }),
  };
}

/** One router; for TLS two, the one on plain HTTP only redirecting. */
function routers(routed: RoutedBackend): [string, unknown][] {
  const { route } = routed;
  const name = physicalName([route.service, route.host ?? "any-host", route.path]);
  const host = route.host === undefined ? [] : [`Host(\`${route.host}\`)`];
  const rule = [...host, `PathPrefix(\`${route.path}\`)`].join(" && ");
  const service = backendName(routed);
  const limits = route.cidrs === undefined ? {} : { middlewares: [limitName(route)] };
  if (!route.tls) return [[name, { entryPoints: ["web"], rule, service, ...limits }]];
  return [
    [name, { entryPoints: ["websecure"], rule, service, ...limits, tls: { certResolver: "acme" } }],
    [`${name}-http`, { entryPoints: ["web"], rule, service, middlewares: ["to-https"] }],
  ];
}

/** Blocks of the host's own networks, from which its containers and its Docker daemon come. */
const PRIVATE_BLOCKS = ["10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

function limitName({ service }: Route): string {
  return physicalName(["only", service]);
}

function middlewares(routed: readonly RoutedBackend[]): { readonly middlewares?: unknown } {
  const redirect = { redirectScheme: { scheme: "https", permanent: true } };
  const limits = routed.flatMap(({ route }) =>
    route.cidrs === undefined
      ? []
      : [
          [
            limitName(route),
            { ipAllowList: { sourceRange: [...new Set([...route.cidrs, ...PRIVATE_BLOCKS])] } },
          ],
        ],
  );
  const all = {
    ...(routed.some(({ route }) => route.tls) && { "to-https": redirect }),
    ...Object.fromEntries(limits),
  };
  return Object.keys(all).length === 0 ? {} : { middlewares: all };
}

/** Ends in `servers:`, so that the rollout appends the addresses of the containers that answer. */
function backend(name: string, { route }: RoutedBackend): unknown {
  const cookie = {
    name: `towpath-${name}`,
    httpOnly: true,
    sameSite: "lax",
    ...(route.tls && { secure: true }),
  };
  return {
    http: {
      services: {
        [name]: {
          loadBalancer: {
            passHostHeader: true,
            serversTransport: `timeout-${route.timeoutSeconds}s`,
            ...(route.sticky && { sticky: { cookie } }),
            ...(route.health !== undefined && {
              healthCheck: { path: route.health, interval: "5s", timeout: "3s" },
            }),
            servers: null,
          },
        },
      },
    },
  };
}

function backendName({ route, service }: RoutedBackend): string {
  const options = [
    route.sticky ? "sticky" : "",
    route.timeoutSeconds === 60 ? "" : `${route.timeoutSeconds}s`,
    route.health === undefined ? "" : `health-${shortHash(route.health, 6)}`,
  ];
  return physicalName([service ?? "host", String(route.port), ...options.filter(option => option !== "")]);
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, nullStr: "", aliasDuplicateObjects: false });
}
