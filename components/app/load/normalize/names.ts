import { emptyMap, isMap, type TreeMap } from "../tree";

/** Gives networks, volumes, configs and secrets the name that they have in Docker. */
export function nameResources(model: TreeMap, project: string): void {
  for (const part of ["networks", "volumes", "configs", "secrets"]) {
    const resources = model[part];
    if (!isMap(resources)) continue;
    for (const key in resources) {
      const known = resources[key] ?? null;
      const resource = isMap(known) ? known : emptyMap();
      resource.name ??= resource.external === true ? key : `${project}_${key}`;
      resources[key] = resource;
    }
  }
}
