import { emptyMap, isList, isMap, type Tree, type TreeMap } from "../tree";

/** A build's folder, file and arguments. */
export function normalizeBuild(build: TreeMap, environment: ReadonlyMap<string, string>): void {
  build.context ??= ".";
  if ((build.dockerfile ?? null) === null && (build.dockerfile_inline ?? null) === null) {
    build.dockerfile = "Dockerfile";
  }
  if (build.args !== undefined) build.args = resolveNulls(build.args, environment, false);
}

/** Gives keys without a value that of the environment; those it does not know are kept, or left out. */
export function resolveNulls(value: Tree, environment: ReadonlyMap<string, string>, keep: boolean): Tree {
  if (isList(value)) return value.flatMap(entry => resolveEntry(entry, environment, keep));
  if (!isMap(value)) return value;
  const resolved = emptyMap();
  for (const key in value) {
    const found = value[key] ?? environment.get(key);
    if (found !== undefined) resolved[key] = found;
    else if (keep) resolved[key] = null;
  }
  return resolved;
}

function resolveEntry(entry: Tree, environment: ReadonlyMap<string, string>, keep: boolean): Tree[] {
  if (typeof entry !== "string" || entry.includes("=")) return [entry];
  const found = environment.get(entry);
  if (found !== undefined) return [`${entry}=${found}`];
  return keep ? [entry] : [];
}
