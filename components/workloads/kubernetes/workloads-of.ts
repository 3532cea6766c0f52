import { extensionOf } from "../../app/extension-of";
import type { Loaded } from "../../app/load/loaded";
import type { Service } from "../../app/model/service";
import type { Route } from "../references";
import { conditionsOn } from "../shared/conditions-on";
import { dependencyOrder } from "../shared/dependency-order";
import { oneShots } from "../shared/one-shot";
import { privilegesOf } from "../shared/privileges";
import type { Reporter } from "../shared/reporter";
import { type ClassifiedMount, classifiedMounts, volumeKeys } from "./classified-mount";
import { allGates } from "./gates";
import { kubernetesName } from "./kubernetes-name";
import { networksOf } from "./networks-of";
import { hasProbe } from "./probes";
import { runAsOf } from "./run-as";
import { servicePorts } from "./service-ports";
import { type WellKnownImage, wellKnownImage } from "./well-known-images";
import type { PlanContext, Workload } from "./workload";
import { workloadKind } from "./workload-kind";

/** All services with what is decided about them, who waits for them, and who mounts which volume. */
export type Workloads = Pick<PlanContext, "workloads" | "gates" | "volumeUsers">;

/** Decides, for each service, its kind, its user, its ports and what it may do; reports what differs from Compose. */
export function workloadsOf(loaded: Loaded, routes: readonly Route[], reporter: Reporter): Workloads {
  const { services } = loaded.app;
  const mounts = new Map(
    Object.entries(services).map(([name, service]) => [name, classifiedMounts(loaded, name, service)]),
  );
  const volumeUsers = usersOf(mounts);
  const conditions = conditionsOn(loaded.app);
  const ends = oneShots(loaded.app);
  const all = dependencyOrder(loaded.app).flatMap(name => {
    const service = services[name];
    if (service === undefined) return [];
    const own = routes.filter(route => route.service === name);
    const mounted = mounts.get(name) ?? [];
    const owned = volumeKeys(mounted).some(key => volumeUsers.get(key)?.length === 1);
    const shared = volumeKeys(mounted).some(key => (volumeUsers.get(key)?.length ?? 0) > 1);
    const decided = { mounts: mounted, ownsVolume: owned && !shared, routes: own };
    const dependents = { conditions: conditions.get(name) ?? new Set<string>(), oneShot: ends.has(name) };
    return [workloadOf({ name, service, ...decided, ...dependents }, reporter)];
  });
  refuseSameNames(all, reporter);
  const workloads = new Map(all.map(workload => [workload.name, workload]));
  return { workloads, gates: allGates(workloads), volumeUsers };
}

interface Facts {
  readonly name: string;
  readonly conditions: ReadonlySet<string>;
  readonly oneShot: boolean;
  readonly service: Service;
  readonly mounts: readonly ClassifiedMount[];
  readonly ownsVolume: boolean;
  readonly routes: readonly Route[];
}

function workloadOf(facts: Facts, reporter: Reporter): Workload {
  const { name, service, conditions, mounts, routes } = facts;
  const known = wellKnownImage(service.build === undefined ? service.image : undefined);
  const ports = servicePorts(service, routes, known);
  const runAs = runAsOf(name, service, known, reporter);
  return {
    name,
    resource: kubernetesName(name),
    service,
    extension: extensionOf(service),
    kind: workloadKind({ ...facts, listens: ports.length > 0 || hasProbe(service) }, reporter),
    called: conditions.size > 0,
    known,
    runAs,
    privileges: privilegesOf(name, service, reporter),
    readOnlyRoot: service.read_only ?? hasKnownScratch(service, known, runAs.kind),
    mounts,
    networks: networksOf(service),
    ports,
    headless: ports.length === 0 || service.deploy?.endpoint_mode === "dnsrr",
    routes,
    replicas: service.deploy?.replicas ?? service.scale ?? 1,
  };
}

/** A read-only root only where it is known what the image's own program writes to. */
function hasKnownScratch(service: Service, known: WellKnownImage | undefined, runAs: string): boolean {
  return known?.scratch !== undefined && runAs === "user" && service.entrypoint === null;
}

function usersOf(
  mounts: ReadonlyMap<string, readonly ClassifiedMount[]>,
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [name, mounted] of mounts) {
    for (const key of volumeKeys(mounted)) users.set(key, [...(users.get(key) ?? []), name]);
  }
  return users;
}

/** Refuses two services whose names are one name on Kubernetes, and says where a name is spelt in another way. */
function refuseSameNames(workloads: readonly Workload[], reporter: Reporter): void {
  const owners = new Map<string, string>();
  for (const { name, resource } of workloads) {
    const owner = owners.get(resource);
    owners.set(resource, name);
    const path = ["services", name];
    if (owner !== undefined) {
      const wrong = `is ${resource} on Kubernetes, as ${owner} is`;
      reporter.refuse("services", path, wrong, "rename one of them with lower-case letters, digits and -");
    } else if (resource !== name.toLowerCase()) {
      reporter.adapted(
        "services.*.hostname",
        [...path, "hostname"],
        `is called ${resource}; other services must reach it by that name`,
      );
    }
  }
}
