import type { Loaded } from "../../../app/load/loaded";
import { pinnedImage } from "../../../app/lock/image-lock";
import type { App } from "../../../app/model";
import type { Service } from "../../../app/model/service";
import type { Route } from "../../references";
import {
  type OwnRegistry,
  REGISTRY_CONFIG,
  REGISTRY_FOLDER,
  REGISTRY_IMAGE,
  REGISTRY_PASSWORD_KEY,
  REGISTRY_PORT,
  REGISTRY_SERVICE,
} from "./names";

/** The secret that holds the registry's password file. */
export const HTPASSWD_SECRET = `${REGISTRY_SERVICE}-htpasswd`;

/** The app with the registry beside its services, planned as they are: hardened, on a disk of its own. */
export function withRegistry(loaded: Loaded, registry: OwnRegistry): Loaded {
  const { app, lock } = loaded;
  const service: Service = {
    image: pinnedImage(REGISTRY_IMAGE, lock),
    command: null,
    entrypoint: ["registry", "serve", REGISTRY_CONFIG],
    environment: { OTEL_TRACES_EXPORTER: "none" },
    read_only: true,
    restart: "unless-stopped",
    networks: { [REGISTRY_SERVICE]: null },
    volumes: [{ type: "volume", source: REGISTRY_SERVICE, target: REGISTRY_FOLDER }],
    secrets: [{ source: HTPASSWD_SECRET }],
    configs: [{ source: REGISTRY_SERVICE, target: REGISTRY_CONFIG }],
    "x-towpath": { size: "medium" },
  };
  const name = `${app.name}_${REGISTRY_SERVICE}`;
  const disk = { name, "x-towpath": { sizeGb: registry.sizeGb, snapshot: false } };
  return {
    ...loaded,
    app: {
      ...app,
      services: { ...app.services, [REGISTRY_SERVICE]: service },
      networks: { ...app.networks, [REGISTRY_SERVICE]: { name, ipam: {}, internal: true } },
      volumes: { ...app.volumes, [REGISTRY_SERVICE]: disk },
      configs: { ...app.configs, [REGISTRY_SERVICE]: { name, content: registryConfig(registry) } },
      secrets: { ...app.secrets, [HTPASSWD_SECRET]: { name: REGISTRY_PASSWORD_KEY, external: true } },
    },
  };
}

/** What a host runs before its first image can be pushed: the registry, and nothing of the app. */
export function withoutServices(loaded: Loaded): Loaded {
  const app: App = { name: loaded.app.name, services: {} };
  return { ...loaded, app };
}

/** An upload of one layer may take a quarter of an hour. */
export function registryRoute({ host, cidrs }: OwnRegistry): Route {
  const route = { service: REGISTRY_SERVICE, host, path: "/", port: REGISTRY_PORT };
  return { ...route, tls: true, sticky: false, timeoutSeconds: 900, cidrs };
}

function registryConfig({ host }: OwnRegistry): string {
  return JSON.stringify({
    version: 0.1,
    log: { level: "info", formatter: "json" },
    storage: { filesystem: { rootdirectory: REGISTRY_FOLDER }, delete: { enabled: true } },
    http: {
      addr: `:${REGISTRY_PORT}`,
      host: `https://${host}`,
      headers: { "X-Content-Type-Options": ["nosniff"] },
    },
    auth: { htpasswd: { realm: "towpath", path: `/run/secrets/${HTPASSWD_SECRET}` } },
  });
}
