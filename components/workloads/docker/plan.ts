import type { App } from "../../app/model";
import { compact } from "../../lib/records";
import { dependencyOrder } from "../shared/dependency-order";
import { refuseHookCredentials } from "../shared/hook-credentials";
import { reportIdleKeys } from "../shared/idle-keys";
import { Reporter } from "../shared/reporter";
import { routesOf } from "../shared/routes";
import { refuseUnknownKeys } from "../shared/unknown-keys";
import { reportUnused } from "../shared/unused-objects";
import { usedKeys } from "../shared/used-keys";
import type { DockerPlan, PlannedService } from "./docker-plan";
import type { DockerPlanRequest } from "./docker-plan-request";
import { planMonitoring } from "./monitoring/monitoring";
import { withMonitoring } from "./monitoring/with-monitoring";
import { type OwnRegistry, REGISTRY_LOGIN_PATH, REGISTRY_USER } from "./own-registry/names";
import { LOGIN_PLACEMENT, withRegistrySecrets } from "./own-registry/registry-secrets";
import { registryRoute, withRegistry } from "./own-registry/with-registry";
import { planAppNetworks } from "./plan/app-networks";
import { composeFile } from "./plan/compose-file";
import { serviceContexts } from "./plan/context";
import { planVolumes } from "./plan/data-volumes";
import { planExtension } from "./plan/extension";
import { IDLE_KEYS } from "./plan/idle-keys";
import { planImage } from "./plan/image";
import { planJobs } from "./plan/jobs";
import { planProxy } from "./plan/proxy";
import { PROXY_SERVICE } from "./plan/proxy-service";
import { refuseImpossible } from "./plan/refusals";
import { isOwn, refuseReservedNames } from "./plan/reserved-names";
import { type RenderedService, renderService } from "./plan/service";
import { DOCKER_SUPPORT } from "./support";

/**
 * Plans the app for one Docker host.
 * @throws InvalidInput with everything that such a host cannot run, and what to write instead.
 */
export function planDocker(request: DockerPlanRequest): DockerPlan {
  const { domain, volumeSizeGb, registry } = request;
  const loaded = registry === undefined ? request.loaded : withRegistry(request.loaded, registry);
  const { app } = loaded;
  const reporter = new Reporter(loaded);
  refuseReservedNames(request.loaded.app, reporter);
  const own = registry === undefined ? [] : [registryRoute(registry)];
  const routes = [...routesOf(request.loaded, domain, reporter), ...own];
  const contexts = serviceContexts(loaded, routes, reporter);
  for (const context of contexts) refuseImpossible(context);
  const backups = contexts.flatMap(planExtension);
  const services = contexts.map(context => renderService(context, routes.length > 0));
  const monitoring = request.monitoring && planMonitoring(request.monitoring, routes.length > 0);
  const proxy = planProxy(services, { ...request, ...compact({ monitoring, lock: loaded.lock }) });
  const networks = planAppNetworks(app, reporter);
  const mounted = services.flatMap(service => service.dataVolumes);
  const volumes = planVolumes(app, mounted, volumeSizeGb, reporter);
  completeReport(app, reporter);
  const plan: DockerPlan = {
    project: app.name,
    compose: composeFile(app.name, services, networks.compose, volumes.compose, proxy),
    services: [...inOrder(dependencyOrder(app), services), ...(proxy ? [PLANNED_PROXY] : [])],
    routes,
    volumes: volumes.data,
    files: uniqueBy(
      services.flatMap(({ files }) => files),
      file => file.path,
    ),
    ...secretsOf(services, registry),
    images: contexts.map(planImage),
    openPorts: services.flatMap(({ openPorts }) => openPorts),
    ...(proxy && { proxy: proxy.config }),
    externalNetworks: networks.external,
    backups: [...backups, ...volumes.backups],
    jobs: planJobs(request),
    report: reporter.entries().filter(({ path }) => !isOwn(path, request.loaded.app)),
  };
  return monitoring ? withMonitoring(plan, monitoring, loaded.lock) : plan;
}

/** Says the rest of what becomes of the file's keys, and throws when any is refused. */
function completeReport(app: App, reporter: Reporter): void {
  refuseUnknownKeys(app, reporter);
  refuseHookCredentials(app, reporter);
  reportUnused(app, DOCKER_SUPPORT, reporter);
  reportIdleKeys(app, reporter, IDLE_KEYS);
  reporter.complete(DOCKER_SUPPORT, usedKeys(app));
  reporter.throwIfRefused();
}

function secretsOf(services: readonly RenderedService[], registry: OwnRegistry | undefined) {
  const secrets = uniqueBy(
    services.flatMap(one => one.secrets),
    secret => secret.name,
  );
  const secretPlacements = services.flatMap(({ placements }) => placements);
  if (registry === undefined) return { secrets, secretPlacements };
  const login = { host: registry.host, user: REGISTRY_USER, path: REGISTRY_LOGIN_PATH };
  const own = {
    secrets: withRegistrySecrets(secrets),
    secretPlacements: [...secretPlacements, LOGIN_PLACEMENT],
  };
  return { ...own, login };
}

/** Last, so that it never leads to what is not there yet. */
const PLANNED_PROXY: PlannedService = {
  name: PROXY_SERVICE,
  strategy: "stop-first",
  dependsOn: [],
  replicas: 1,
  follows: [],
  pull: "once",
};

function inOrder(order: readonly string[], services: readonly RenderedService[]): readonly PlannedService[] {
  const byName = new Map(services.map(({ planned }) => [planned.name, planned]));
  return order.flatMap(name => byName.get(name) ?? []);
}

/** Several services may take one file or secret; the first wins, and the others are the same. */
function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map(item => [key(item), item])).values()].sort((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
}
