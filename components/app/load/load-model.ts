import { canonical } from "./canonical/canonical";
import { checkModel } from "./check-model";
import { setDefaults } from "./defaults";
import { applyExtends } from "./extends";
import { applyInclude } from "./include";
import { interpolate } from "./interpolate/interpolate";
import { mergeMaps } from "./merge/merge";
import { enforceUnicity } from "./merge/unicity";
import { refuse } from "./problems";
import { promoteAliases } from "./promote-aliases";
import { realPath } from "./real-path";
import { applyResets } from "./resets";
import { resolveEnvironment } from "./resolve-environment";
import { resolvePaths } from "./resolve-paths";
import { TOP_LEVEL } from "./schema/top-level";
import { validate } from "./schema/validate";
import type { Scope, Session } from "./session";
import { Sources } from "./sources";
import { emptyMap, isMap, type TreeMap } from "./tree";
import { type Composed, composeYaml } from "./yaml/compose";
import type { Parsed } from "./yaml/parse";

/** Loads files and merges them in order, with what they include and extend, into one canonical model. */
export function loadModel(files: readonly string[], scope: Scope, session: Session): TreeMap {
  const model = emptyMap();
  for (const file of files) {
    for (const parsed of session.files.documents(file)) {
      if (scope.trail.length === 0) session.sources.add(parsed);
      else session.sources.addBelow(parsed, [], []);
      addDocument(model, parsed, { ...scope, trail: [...scope.trail, file] }, session);
    }
  }
  setDefaults(model);
  checkModel(model, session.problems);
  resolvePaths(model, { folder: scope.folder, home: session.home, realPath });
  resolveEnvironment(model, scope.environment);
  return model;
}

function addDocument(model: TreeMap, parsed: Parsed, scope: Scope, session: Session): void {
  const { problems } = session;
  const { tree, resets } = readDocument(parsed, scope, session);
  applyInclude(tree, resets, scope, session);
  applyResets(model, resets);
  applyExtends(tree, { parsed, resets, scope, session });
  mergeMaps(model, tree, problems);
  enforceUnicity(model);
  validate(model, TOP_LEVEL, [], problems);
  if (model.version !== undefined) {
    session.warn(`${parsed.file}: the key \`version\` is obsolete and has no effect; remove it`);
    delete model.version;
  }
  canonical(model, problems, session.warn);
  enforceUnicity(model);
}

/** One document as a value, with its variables put in. */
export function readDocument(
  parsed: Parsed,
  scope: Scope,
  session: Session,
): { tree: TreeMap; resets: Composed["resets"] } {
  const own = new Sources();
  own.add(parsed);
  const problems = session.problems.lookedUpBy(own.where);
  const { tree, resets } = composeYaml(parsed, problems);
  if (!isMap(tree)) {
    refuse([], "the file is no mapping", "write `services:` and below it a name", parsed.position(0));
  }
  const interpolated = interpolate(tree, {
    lookup: name => scope.environment.get(name),
    problems,
    unset: name => session.warn(`the variable ${name} is not set; it counts as empty`),
  });
  for (const part of ["services", "jobs"]) {
    if (interpolated[part] === null)
      problems.add([part], "this is empty", "write a mapping of names, or remove it");
  }
  promoteAliases(interpolated, problems);
  return { tree: interpolated, resets: resets.flatMap(path => [path, ...aliased(path)]) };
}

/** The path that an old name of the specification stands for, when a path goes through one. */
function aliased(path: Composed["resets"][number]): Composed["resets"] {
  if (path[0] !== "services" || path[2] !== "x-develop") return [];
  return [[path[0], path[1] ?? "", "develop", ...path.slice(3)]];
}
