import { posix } from "node:path";
import { readEnvFiles } from "./env/env-files";
import { relativePath } from "./go-path";
import { loadModel } from "./load-model";
import { mergeAt } from "./merge/merge";
import type { Path } from "./path";
import { refuse } from "./problems";
import { isFile } from "./read-file";
import { applyResets } from "./resets";
import { INCLUDE } from "./schema/top-level";
import { validate } from "./schema/validate";
import type { Scope, Session } from "./session";
import { cloneMap, isList, isMap, mapOf, sameTree, type Tree, type TreeMap } from "./tree";

const PARTS = ["services", "jobs", "volumes", "networks", "secrets", "configs", "models"];

/** Loads every file that a document includes, and puts what it holds below the document. Changes the document. */
export function applyInclude(
  document: TreeMap,
  resets: readonly Path[],
  scope: Scope,
  session: Session,
): void {
  const includes = document.include;
  if (includes === undefined) return;
  delete document.include;
  if (includes === null || !validate(includes, INCLUDE, ["include"], session.problems) || !isList(includes))
    return;
  includes.forEach((entry, index) => {
    const imported = session.problems.attempt(() => loadIncluded(entry, ["include", index], scope, session));
    if (imported !== undefined) importParts(imported, document, resets, session);
  });
}

function loadIncluded(entry: Tree, path: Path, scope: Scope, session: Session): TreeMap | undefined {
  const long = isMap(entry) ? entry : mapOf([["path", entry]]);
  const files = textsOf(long.path).map(file => posix.resolve(scope.directory, file));
  const [first] = files;
  if (first === undefined) return undefined;
  if (scope.trail.includes(first)) {
    refuse(path, `files include each other in a circle: ${[...scope.trail, first].join(" → ")}`, "break it");
  }
  const place = placeOf(
    typeof long.project_directory === "string" ? long.project_directory : "",
    first,
    scope,
  );
  const environment = environmentOf(textsOf(long.env_file), place.directory, path, scope);
  const key = JSON.stringify([files, place, [...environment]]);
  const known = session.included.get(key);
  if (known !== undefined) return cloneMap(known);
  const model = loadModel(files, { ...place, environment, trail: scope.trail }, session);
  session.included.set(key, cloneMap(model));
  return model;
}

/** What the paths of an included file start from: its own folder, or its project directory. */
function placeOf(project: string, file: string, scope: Scope): { folder: string; directory: string } {
  const directory = project === "" ? posix.dirname(file) : posix.resolve(scope.directory, project);
  return { directory, folder: project.startsWith("/") ? project : relativePath(scope.directory, directory) };
}

function environmentOf(
  files: readonly string[],
  directory: string,
  path: Path,
  scope: Scope,
): ReadonlyMap<string, string> {
  const own = posix.join(directory, ".env");
  const given = files.filter(file => file !== "/dev/null").map(file => posix.resolve(scope.directory, file));
  const read = files.length === 0 ? (isFile(own) ? [own] : []) : given;
  return new Map([...readEnvFiles(read, scope.environment, [...path, "env_file"]), ...scope.environment]);
}

function importParts(imported: TreeMap, document: TreeMap, resets: readonly Path[], session: Session): void {
  for (const part of PARTS) {
    const from = imported[part];
    if (!isMap(from)) continue;
    const known = document[part];
    const to = isMap(known) ? known : mapOf([]);
    for (const name in from) {
      const value = from[name] ?? null;
      const own = to[name];
      if (own === undefined) to[name] = value;
      else if (!sameTree(value, own)) {
        applyResets(mapOf([[part, mapOf([[name, value]])]]), resets);
        to[name] = mergeAt(value, own, [part, name], session.problems);
      }
    }
    document[part] = to;
  }
}

function textsOf(value: Tree | undefined): string[] {
  const list = isList(value) ? value : [value];
  return list.filter(entry => typeof entry === "string");
}
