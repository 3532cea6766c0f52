import type { Settings } from "./settings/settings";
import type { OwnRegistry } from "./workloads/docker/own-registry/names";

/** Disk of a registry whose settings do not say, GiB. */
const DEFAULT_SIZE_GB = 20;

/** The registry that the stack's Docker host runs itself, as `registry.<domain>`; undefined when it runs none. */
export function ownRegistry(settings: Settings): OwnRegistry | undefined {
  if (settings.target !== "docker" || settings.docker.host.kind !== "ec2") return undefined;
  const { registry, domain, allowedCidrs } = settings;
  if (registry.kind !== "self-hosted" || registry.address !== undefined || domain === undefined)
    return undefined;
  const { sizeGb = DEFAULT_SIZE_GB, cidrs = allowedCidrs } = registry;
  return { host: `registry.${domain}`, sizeGb, cidrs };
}
