import { load } from "./app/load/load";
import type { Loaded } from "./app/load/loaded";
import type { Settings } from "./settings/settings";

/** Loads the Compose files that a stack's settings name. `environment` takes part in interpolation; throws as `load`. */
export function loadStack(
  { compose: files, envFiles, profiles }: Pick<Settings, "compose" | "envFiles" | "profiles">,
  environment: Readonly<Record<string, string>>,
): Loaded {
  return load({ files, profiles, environment, ...(envFiles === undefined ? {} : { envFiles }) });
}
