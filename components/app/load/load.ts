import { homedir } from "node:os";
import { posix } from "node:path";
import { pinImages } from "../lock/pin-images";
import { readLock } from "../lock/read-lock";
import type { App } from "../model";
import { alignReplicas } from "./align-replicas";
import { checkConsistency } from "./consistency/consistency";
import { app as appShape } from "./decode/top-level";
import { projectEnvironment } from "./env/project-environment";
import { resolveServices } from "./env/resolve-services";
import { checkExtensions } from "./extensions";
import { FileCache } from "./file-cache";
import { loadModel } from "./load-model";
import type { Loaded, LoadRequest } from "./loaded";
import { normalize } from "./normalize/normalize";
import { Problems, refuse } from "./problems";
import { splitByProfile } from "./profiles";
import { projectName } from "./project-name";
import { Sources } from "./sources";
import type { TreeMap } from "./tree";
import { writtenName } from "./written-name";

/**
 * Loads Compose files as the reference loader (compose-go 2.16) does: variables, includes, extends, merging, short
 * forms, checks, defaults. A missing build context is no error. Images that `towpath.lock.yaml` has are named by digest.
 *
 * @throws InvalidInput with everything that is wrong
 */
export function load(request: LoadRequest): Loaded {
  const files = request.files.map(file => posix.resolve(file));
  const directory = posix.dirname(files[0] ?? refuse([], "no Compose file is given", "name at least one"));
  const sources = new Sources();
  const problems = new Problems(sources.where);
  const warnings = new Set<string>();
  const cache = new FileCache();
  const environment = projectEnvironment(request, directory);
  const written = problems.attempt(() => writtenName(files, cache, name => environment.get(name)));
  const name = projectName({
    explicit: request.projectName ?? (environment.get("COMPOSE_PROJECT_NAME") || undefined),
    written,
    folder: posix.basename(directory),
  });
  environment.set("COMPOSE_PROJECT_NAME", name);
  const session = {
    problems,
    sources,
    warn: (text: string) => void warnings.add(text),
    home: request.environment?.HOME ?? homedir(),
    included: new Map<string, TreeMap>(),
    files: cache,
  };
  const scope = { folder: directory, directory, environment, trail: [] };
  const model = problems.attempt(() => loadModel(files, scope, session)) ?? {};
  if (Object.keys(model).length === 0) {
    problems.throwIfAny();
    refuse([], "the file is empty", "write `services:`");
  }
  const profiles = request.profiles ?? environment.get("COMPOSE_PROFILES")?.split(",") ?? [];
  const { app, envFiles } = toApp(model, name, profiles, environment, problems);
  const lock = request.ignoreLock === true ? {} : (problems.attempt(() => readLock(directory)) ?? {});
  problems.throwIfAny();
  const variables = Object.fromEntries(environment);
  const found = { envFiles, variables, directory, lock, where: sources.where };
  return { app: pinImages(app, lock), warnings: [...warnings], ...found };
}

function toApp(
  model: TreeMap,
  name: string,
  profiles: readonly string[],
  environment: ReadonlyMap<string, string>,
  problems: Problems,
): { app: App; envFiles: Loaded["envFiles"] } {
  normalize(model, name, environment, problems);
  const decoded = appShape.read({ ...model, name }, { path: [], problems });
  const { app, disabled } = splitByProfile(decoded as App, profiles);
  checkConsistency({ app, disabled, problems });
  const { services, envFiles } = resolveServices(alignReplicas(app.services), environment, problems);
  checkExtensions(app, problems);
  return { app: { ...app, services }, envFiles };
}
