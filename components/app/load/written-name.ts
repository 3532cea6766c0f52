import type { FileCache } from "./file-cache";
import { InvalidTemplate, type Lookup, MissingVariable, substitute } from "./interpolate/template";
import { isFile } from "./read-file";

/** The last top-level `name` of the files, with variables put in; undefined when there is none or it is no template. */
export function writtenName(files: readonly string[], cache: FileCache, lookup: Lookup): string | undefined {
  let name: string | undefined;
  for (const file of files) {
    if (!isFile(file)) continue;
    for (const { root } of cache.documents(file)) {
      const entries = root?.kind === "map" ? root.entries : [];
      for (const { key, value } of entries) {
        const named = key.kind === "scalar" && key.text === "name" && value.kind === "scalar";
        if (named && value.text !== "") name = value.text;
      }
    }
  }
  return name === undefined ? undefined : substituted(name, lookup);
}

/** A template that cannot be read is told by the pass that interpolates the whole file. */
function substituted(name: string, lookup: Lookup): string | undefined {
  try {
    return substitute(name, lookup);
  } catch (error) {
    if (error instanceof InvalidTemplate || error instanceof MissingVariable) return undefined;
    throw error;
  }
}
