import type { Build } from "../../app/model/build";
import { SPEC_KEYS } from "../../app/spec-keys";
import type { SupportTable } from "./reporter";

const PREFIX = "services.*.build.";

/** A build with the keys that the builder is given: those that a target's table does not leave out. */
export function builtKeys(build: Build, table: SupportTable): Build {
  const ignored = SPEC_KEYS.filter(key => key.startsWith(PREFIX) && table[key].verdict === "ignored");
  const kept = without(build, ignored, PREFIX);
  if (build.secrets === undefined) return kept;
  return { ...kept, secrets: build.secrets.map(secret => without(secret, ignored, `${PREFIX}secrets[].`)) };
}

function without<T extends object>(value: T, ignored: readonly string[], prefix: string): T {
  const kept = Object.entries(value).filter(([key]) => !ignored.includes(`${prefix}${key}`));
  return Object.fromEntries(kept) as T;
}
