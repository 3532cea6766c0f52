import { extensionOf } from "../../components/app/extension-of";
import type { App } from "../../components/app/model";
import type { Service } from "../../components/app/model/service";
import { sortedEntries } from "../../components/lib/records";
import type { Target } from "../../components/settings/settings";
import { runsOnBoards } from "../../components/workloads/kubernetes/boards";
import { oneShots } from "../../components/workloads/shared/one-shot";
import { resourcesOf } from "../../components/workloads/shared/sizes";
import type { ServiceShares } from "../../pricing/by-service";

/**
 * How a stack's bill is divided among the app's services: a service owns its image repository and the volumes that
 * it alone mounts; what all stand on is shared by the memory that each running service asks for. A service on boards
 * stands on none of it; only K3s has boards.
 */
export function serviceShares(app: App, target: Target): ServiceShares {
  const ends = oneShots(app);
  const isOnBoards = (service: Service) =>
    target === "k3s" && runsOnBoards({ extension: extensionOf(service) });
  const owners = new Map<string, string>();
  for (const [name] of sortedEntries(app.services)) owners.set(`registry-${name}`, name);
  for (const [volume, users] of volumeUsers(app)) {
    const [user] = users;
    if (user === undefined || users.length > 1) continue;
    owners.set(`host-data-${volume}`, user);
    owners.set(`app-${volume}-claim`, user);
  }
  const weights = Object.fromEntries(
    sortedEntries(app.services).map(([name, service]) => [
      name,
      ends.has(name) || isOnBoards(service) ? 0 : resourcesOf(service).requests.memoryBytes,
    ]),
  );
  return { weights, ownerOf: resource => owners.get(resource) };
}

function volumeUsers(app: App): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [name, { volumes = [] }] of sortedEntries(app.services)) {
    for (const { type, source } of volumes) {
      if (type !== "volume" || source === undefined) continue;
      users.set(source, [...new Set([...(users.get(source) ?? []), name])]);
    }
  }
  return users;
}
