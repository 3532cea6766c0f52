import { PROXY_DIRECTORY } from "../host-paths";
import { PROXY_PORTS } from "../proxy-config";
import { LISTEN_ADDRESS } from "./listen-address";
import { planLogging } from "./logging";

/** The proxy's service, and the network through which it is reached and reaches the certificate authority. */
export const PROXY_SERVICE = "towpath-proxy";

/** Traefik 3.7, the same release as the clusters' chart. */
export const PROXY_IMAGE = "docker.io/library/traefik:v3.7.11";

/** What the proxy needs to know of the app. */
export interface ProxyNeeds {
  /** `PROXY_IMAGE`, by digest where it is locked. */
  readonly image: string;
  /** Networks of the routed services; the proxy joins them, the services join nothing. */
  readonly networks: readonly string[];
  /** Whether a route leads to a service on the host's own network. */
  readonly reachesHost: boolean;
  readonly tls: boolean;
  /** Changes when the static configuration does, which Traefik reads at start only. */
  readonly configHash: string;
}

/** Patient: it shares the proxy's part of a processor, and a release fails where the proxy counts as unhealthy. */
const HEALTHCHECK = {
  test: ["CMD", "traefik", "healthcheck"],
  interval: "5s",
  timeout: "10s",
  retries: 3,
  start_period: "30s",
};

/** Traefik without the Docker socket, root, capabilities or a writable root file system. */
export function proxyService(needs: ProxyNeeds): Readonly<Record<string, unknown>> {
  return {
    image: needs.image,
    user: "65532:65532",
    read_only: true,
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    restart: "unless-stopped",
    labels: { "towpath.proxy-config": needs.configHash },
    networks: Object.fromEntries([...needs.networks, PROXY_SERVICE].map(name => [name, null])),
    ports: [publish(PROXY_PORTS.web, "80"), ...(needs.tls ? [publish(PROXY_PORTS.websecure, "443")] : [])],
    ...(needs.reachesHost && { extra_hosts: ["host.docker.internal=host-gateway"] }),
    volumes: [
      folder("traefik.yaml", "/etc/traefik/traefik.yaml", true),
      folder("dynamic", "/etc/traefik/dynamic", true),
      ...(needs.tls ? [folder("acme", "/acme", false)] : []),
    ],
    healthcheck: HEALTHCHECK,
    mem_limit: "128m",
    mem_reservation: "64m",
    cpus: 0.5,
    pids_limit: 256,
    logging: planLogging({}),
  };
}

function publish(target: number, published: string): unknown {
  return { target, published, host_ip: LISTEN_ADDRESS, protocol: "tcp", mode: "ingress" };
}

function folder(name: string, target: string, readOnly: boolean): unknown {
  return {
    type: "bind",
    source: `${PROXY_DIRECTORY}/${name}`,
    target,
    ...(readOnly && { read_only: true }),
    bind: { create_host_path: false },
  };
}
