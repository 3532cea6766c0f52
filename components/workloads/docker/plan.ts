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
import { type RenderedService, renderService } from "./plan/service";
import { DOCKER_SUPPORT } from "./support";

/**
 * Plans the app for one Docker host.
 * @throws InvalidInput with everything that such a host cannot run, and what to write instead.
 */
export function planDocker(request: DockerPlanRequest): DockerPlan {
  const { loaded, domain, volumeSizeGb } = request;
  const { app } = loaded;
  const reporter = new Reporter(loaded);
  const routes = routesOf(loaded, domain, reporter);
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
    secrets: uniqueBy(
      services.flatMap(({ secrets }) => secrets),
      secret => secret.name,
    ),
    secretPlacements: services.flatMap(({ placements }) => placements),
    images: contexts.map(planImage),
    openPorts: services.flatMap(({ openPorts }) => openPorts),
    ...(proxy && { proxy: proxy.config }),
    externalNetworks: networks.external,
    backups: [...backups, ...volumes.backups],
    jobs: planJobs(request),
    report: reporter.entries(),
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
