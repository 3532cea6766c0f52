import { statSync } from "node:fs";
import { record } from "../decode/mappings";
import type { Path } from "../path";
import type { Problems } from "../problems";
import { readText } from "../read-file";
import { readEnvFile } from "./env-files";

/** What a container says of its environment, in canonical form. */
export interface EnvironmentSource {
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly env_file?: readonly {
    readonly path?: string;
    readonly required?: boolean;
    readonly format?: string;
  }[];
}

export interface ResolvedEnvironment {
  readonly environment: Record<string, string | null>;
  /** What each env file sets, by its path. */
  readonly files: Record<string, Record<string, string>>;
}

/** Folds env files into an environment; what is written in `environment` wins over them. */
export function resolveServiceEnvironment(
  source: EnvironmentSource,
  project: ReadonlyMap<string, string>,
  path: Path,
  problems: Problems,
): ResolvedEnvironment {
  const own = new Map<string, string | null>();
  for (const [key, value] of Object.entries(source.environment ?? {})) {
    own.set(key, value ?? project.get(key) ?? null);
  }
  const folded = new Map<string, string>();
  for (const [key, value] of own) if (value !== null) folded.set(key, value);
  const lookup = (name: string): string | undefined => project.get(name) ?? own.get(name) ?? undefined;
  const files = record<Record<string, string>>();
  source.env_file?.forEach((entry, index) => {
    const { path: file, required, format } = entry;
    if (file === undefined) return;
    const at = [...path, "env_file", index];
    if (required === false && !exists(file)) return;
    const names = problems.attempt(() => readOne(file, format, folded, lookup, at, problems));
    if (names === undefined) return;
    const set = record<string>();
    for (const name of names) set[name] = folded.get(name) ?? "";
    files[file] = set;
  });
  const environment = record<string | null>();
  for (const [key, value] of [...folded, ...own]) environment[key] = value;
  return { environment, files };
}

function readOne(
  file: string,
  format: string | undefined,
  into: Map<string, string>,
  lookup: (name: string) => string | undefined,
  path: Path,
  problems: Problems,
): Set<string> {
  if (format === "raw") return readRaw(file, into, path);
  if (format !== undefined && format !== ".env") {
    problems.add(
      [...path, "format"],
      `the format \`${format}\` is not known`,
      "write `raw`, or leave it out",
    );
    return new Set();
  }
  return readEnvFile(file, into, lookup, path);
}

/** A file of `KEY=value` lines in which nothing is quoted or replaced. */
function readRaw(file: string, into: Map<string, string>, path: Path): Set<string> {
  const names = new Set<string>();
  for (const line of readText(file, path).split(/\r?\n/)) {
    const end = line.indexOf("=");
    if (end <= 0 || line.trimStart().startsWith("#")) continue;
    into.set(line.slice(0, end), line.slice(end + 1));
    names.add(line.slice(0, end));
  }
  return names;
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
