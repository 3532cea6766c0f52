import type { PlanFile, Route, SecretReference } from "../../references";
import type { ComposeSection, PlannedService, SecretPlacement } from "../docker-plan";
import { secretPath } from "../host-paths";
import { alertmanager } from "./alertmanager";
import { grafana } from "./grafana";
import { MONITORING_NETWORK, type MonitoringService } from "./images";
import type { MonitoringRequest } from "./monitoring-request";
import { monitoringService } from "./monitoring-service";
import { nodeExporter } from "./node-exporter";
import { prometheus } from "./prometheus";

/** What watches the host, for the app's own Compose file. */
export interface PlannedMonitoring {
  readonly services: Readonly<Record<string, ComposeSection>>;
  readonly planned: readonly PlannedService[];
  readonly networks: Readonly<Record<string, ComposeSection>>;
  readonly volumes: Readonly<Record<string, ComposeSection>>;
  readonly files: readonly PlanFile[];
  readonly secrets: readonly SecretReference[];
  readonly declaredSecrets: Readonly<Record<string, ComposeSection>>;
  readonly placements: readonly SecretPlacement[];
  /** Grafana's, where it has a name. */
  readonly route?: Route;
}

/** Prometheus, Alertmanager, node exporter and Grafana. `proxied`: whether there is a proxy to scrape. */
export function planMonitoring(request: MonitoringRequest, proxied: boolean): PlannedMonitoring {
  const all = [nodeExporter(), alertmanager(request), prometheus(request, proxied), grafana(request)];
  const secrets = all.flatMap(({ part, secret }) => (secret ? [{ ...secret, service: part.name }] : []));
  const path = (service: string, key: string) => secretPath(service, "secret", key);
  return {
    services: Object.fromEntries(all.map(({ part }) => [part.name, monitoringService(part)])),
    planned: all.map(({ part: { name } }) => ({ ...IN_PLACE, name })),
    networks: { [MONITORING_NETWORK]: {} },
    volumes: Object.fromEntries(KEPT.map(name => [name, {}])),
    files: all.flatMap(({ files }) => files),
    secrets: secrets.map(({ key }) => ({ name: key, source: { kind: "config", key } })),
    declaredSecrets: Object.fromEntries(
      secrets.map(({ service, key, name }) => [name, { file: path(service, key) }]),
    ),
    placements: secrets.map(({ service, key, uid }) => ({
      kind: "file",
      secret: key,
      path: path(service, key),
      mode: 0o400,
      uid,
      gid: uid,
    })),
    ...(request.grafana && { route: routeTo(request.grafana.host) }),
  };
}

/** One Prometheus writes one store, and a port of the loopback has one owner. */
const IN_PLACE = { strategy: "stop-first", dependsOn: [], replicas: 1, follows: [], pull: "once" } as const;

/** Docker volumes on the root disk: metrics may be lost with it, and are not worth a disk of their own. */
const KEPT: readonly MonitoringService[] = ["towpath-prometheus", "towpath-alertmanager", "towpath-grafana"];

function routeTo(host: string): Route {
  return {
    service: "towpath-grafana",
    host,
    path: "/",
    port: 3000,
    tls: true,
    sticky: false,
    timeoutSeconds: 60,
  };
}
