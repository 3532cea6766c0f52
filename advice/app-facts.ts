import { extensionOf } from "../components/app/extension-of";
import type { App } from "../components/app/model";
import type { Service } from "../components/app/model/service";
import { sortedEntries } from "../components/lib/records";
import { runsOnBoards } from "../components/workloads/kubernetes/boards";
import { oneShots } from "../components/workloads/shared/one-shot";
import { resourcesOf } from "../components/workloads/shared/sizes";

/** What the Compose file says about how the app wants to be run. */
export interface AppFacts {
  /** Services that keep running. */
  readonly services: number;
  /** Services that run to their end. */
  readonly jobs: number;
  /** Running services that own data in a named volume, by name. */
  readonly stateful: readonly string[];
  /** Services that ask to be scaled with load. */
  readonly autoscaled: readonly string[];
  /** Services, also those that run to their end, that ask for boards at the edge. */
  readonly onBoards: readonly string[];
  /** Memory that all running services ask for together but for those on boards, which bring their own; GiB. */
  readonly memoryGb: number;
  /** Named volumes that a path would keep. */
  readonly volumes: number;
}

/** Counts what there is to run. */
export function appFacts(app: App): AppFacts {
  const ends = oneShots(app);
  const all = sortedEntries(app.services);
  const running = all.filter(([name]) => !ends.has(name));
  const named = (matches: (service: Service) => boolean) =>
    running.filter(([, service]) => matches(service)).map(([name]) => name);
  const onBoards = all
    .filter(([, service]) => runsOnBoards({ extension: extensionOf(service) }))
    .map(([name]) => name);
  const bytes = running
    .filter(([name]) => !onBoards.includes(name))
    .reduce((sum, [, service]) => sum + resourcesOf(service).requests.memoryBytes * replicasOf(service), 0);
  return {
    services: running.length,
    jobs: all.length - running.length + Object.keys(app.jobs ?? {}).length,
    stateful: named(ownsVolume),
    autoscaled: named(service => extensionOf(service).autoscale !== undefined),
    onBoards,
    memoryGb: Math.round((bytes / 1024 ** 3) * 100) / 100,
    volumes: Object.keys(app.volumes ?? {}).length,
  };
}

function ownsVolume({ volumes = [] }: Service): boolean {
  return volumes.some(({ type }) => type === "volume");
}

function replicasOf(service: Service): number {
  return service.deploy?.replicas ?? service.scale ?? extensionOf(service).autoscale?.min ?? 1;
}
