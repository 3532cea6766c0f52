import { isMap, isScalar } from "yaml";
import { InvalidTemplate, type Lookup, MissingVariable, substitute } from "./interpolate/template";
import { isFile, readText } from "./read-file";
import { parseYaml } from "./yaml/parse";

/** The last top-level `name` of the files, with variables put in; undefined when there is none or it is no template. */
export function writtenName(files: readonly string[], lookup: Lookup): string | undefined {
  let name: string | undefined;
  for (const file of files) {
    if (!isFile(file)) continue;
    for (const { root } of parseYaml(readText(file, []), file)) {
      const value = isMap(root) ? root.get("name", true) : undefined;
      if (isScalar(value) && typeof value.value === "string" && value.value !== "") name = value.value;
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
