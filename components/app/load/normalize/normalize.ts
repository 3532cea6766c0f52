import { cleanPath } from "../go-path";
import type { Problems } from "../problems";
import { isList, isMap, mapOf, type TreeMap } from "../tree";
import { addImplicitDependencies } from "./dependencies";
import { nameResources } from "./names";
import { addDefaultNetwork } from "./networks";
import { completePreStart } from "./pre-start";
import { normalizeBuild, resolveNulls } from "./values";

/** Writes down what the model only implies: networks, names, build files, dependencies. Changes the model. */
export function normalize(
  model: TreeMap,
  project: string,
  environment: ReadonlyMap<string, string>,
  problems: Problems,
): void {
  addDefaultNetwork(model);
  for (const part of ["services", "jobs"]) {
    const containers = model[part];
    if (!isMap(containers)) continue;
    for (const name in containers) {
      containers[name] ??= mapOf([]);
      const container = containers[name];
      if (isMap(container)) normalizeContainer(container, environment, problems);
    }
  }
  nameResources(model, project);
}

function normalizeContainer(
  container: TreeMap,
  environment: ReadonlyMap<string, string>,
  problems: Problems,
): void {
  if (container.pull_policy === "if_not_present") container.pull_policy = "missing";
  if (isMap(container.build)) normalizeBuild(container.build, environment);
  if (container.environment !== undefined) {
    container.environment = resolveNulls(container.environment, environment, true);
  }
  addImplicitDependencies(container);
  if (isList(container.volumes)) {
    for (const volume of container.volumes) {
      if (isMap(volume) && typeof volume.target === "string") volume.target = cleanPath(volume.target);
    }
  }
  completePreStart(container, problems);
}
