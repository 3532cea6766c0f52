import type { Loaded } from "./app/load/loaded";

/** A variable that a secret or config names: of the environment, else of the project's env files, as Compose has it. */
export function variableOf(
  name: string,
  { variables }: Pick<Loaded, "variables">,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return environment[name] ?? variables?.[name];
}
