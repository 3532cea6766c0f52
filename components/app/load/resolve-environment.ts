import { isList, isMap, type Tree, type TreeMap } from "./tree";

/** Gives `KEY` entries of environments, and configs from the environment, the values of the project's environment. */
export function resolveEnvironment(model: TreeMap, environment: ReadonlyMap<string, string>): void {
  for (const part of ["services", "jobs"]) {
    for (const container of mapsOf(model[part])) {
      if (isList(container.environment)) container.environment = container.environment.map(resolve);
    }
  }
  for (const config of mapsOf(model.configs)) {
    const value = typeof config.environment === "string" ? environment.get(config.environment) : undefined;
    if (value !== undefined) config.content = value;
  }

  function resolve(entry: Tree): Tree {
    const value = typeof entry === "string" ? environment.get(entry) : undefined;
    return value === undefined ? entry : `${String(entry)}=${value}`;
  }
}

function mapsOf(value: Tree | undefined): TreeMap[] {
  return isMap(value) ? Object.values(value).filter(isMap) : [];
}
