import { isList, isMap, mapOf, type Tree } from "../tree";
import type { LongForm } from "./long-forms";

/** `env_file` as a text or a list of texts; a file is required unless it says otherwise. */
export const longEnvFiles: LongForm = value => {
  if (typeof value === "string") return [long(value)];
  return isList(value) ? value.map(long) : value;
};

function long(entry: Tree): Tree {
  if (typeof entry === "string") {
    return mapOf([
      ["path", entry],
      ["required", true],
    ]);
  }
  if (isMap(entry)) entry.required ??= true;
  return entry;
}
