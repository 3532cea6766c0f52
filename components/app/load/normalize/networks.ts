import { emptyMap, isMap, mapOf, type TreeMap } from "../tree";

/** Joins whoever names no network to `default`, which is there as soon as one uses it. */
export function addDefaultNetwork(model: TreeMap): void {
  let used = false;
  for (const part of ["services", "jobs"]) {
    const containers = model[part];
    if (!isMap(containers)) continue;
    for (const name in containers) {
      const container = containers[name] ?? null;
      if (isMap(container) && joinsDefault(container)) used = true;
    }
  }
  const networks = isMap(model.networks) ? model.networks : emptyMap();
  if (used && networks.default === undefined) networks.default = null;
  if (Object.keys(networks).length > 0) model.networks = networks;
}

function joinsDefault(container: TreeMap): boolean {
  if (container.provider !== undefined || container.network_mode !== undefined) return false;
  const { networks } = container;
  if (!isMap(networks) || Object.keys(networks).length === 0) {
    container.networks = mapOf([["default", null]]);
    return true;
  }
  return networks.default !== undefined;
}
