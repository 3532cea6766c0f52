import type { Path } from "./path";
import { refuse } from "./problems";

/** What a project may be called: lower-case letters, digits, `_` and `-`, a letter or digit first. */
export function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, "")
    .replace(/^[_-]+/, "");
}

/** Where a project's name may come from, strongest first. */
export interface NameSources {
  /** Asked for by the caller or by `COMPOSE_PROJECT_NAME`; must be valid as it is. */
  readonly explicit: string | undefined;
  /** Top-level `name`, variables put in. */
  readonly written: string | undefined;
  readonly folder: string;
}

/** The project's name. @throws InvalidInput when there is none, or an explicit one is not valid */
export function projectName({ explicit, written, folder }: NameSources, path: Path = ["name"]): string {
  if (explicit !== undefined && explicit !== normalizeName(explicit)) {
    refuse(path, `\`${explicit}\` is no valid project name`, "use lower-case letters, digits, `_` and `-`");
  }
  const name = explicit ?? normalizeName(written ?? folder);
  return name === "" ? refuse(path, "the project has no name", "write `name:` at the top of the file") : name;
}
