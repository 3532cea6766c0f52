import { textOf } from "../text";
import { isList, mapOf, type Tree } from "../tree";
import type { LongForm } from "./long-forms";

/** `build: ./dir` means its context. */
export const longBuild: LongForm = value => (typeof value === "string" ? mapOf([["context", value]]) : value);

/** `provenance` and `sbom` take a text or a boolean. */
export const textOrFlag: LongForm = value => (typeof value === "boolean" ? textOf(value) : value);

/** `additional_contexts` as a list of `name=context`. */
export const longContexts: LongForm = (value, { path, problems }) => {
  if (!isList(value)) return value;
  const entries: [string, Tree][] = [];
  value.forEach((entry, index) => {
    const [name, ...context] = typeof entry === "string" ? entry.split("=") : [];
    if (name === undefined || context.length === 0) {
      problems.add([...path, index], "a context needs a name and a place", "write `name=context`");
    } else entries.push([name, context.join("=")]);
  });
  return mapOf(entries);
};

/** `ssh` as a list of `id=path`; `default` alone is the agent's socket. */
export const longSsh: LongForm = (value, { path, problems }) => {
  if (!isList(value)) return value;
  const entries: [string, Tree][] = [];
  value.forEach((entry, index) => {
    const [id, ...key] = typeof entry === "string" ? entry.split("=") : [];
    if (id !== undefined && (key.length > 0 || id === "default")) {
      entries.push([id, key.length > 0 ? key.join("=") : null]);
    } else problems.add([...path, index], "this is no SSH key", "write `default` or `id=path`");
  });
  return mapOf(entries);
};
