import { ENVIRONMENTS, type Environment } from "./context";

/**
 * The environment whose levels apply: as configured, else the stack's name, else dev. Prod, which is the
 * strictest, where the configured one does not exist or where no stack is known, as in publishing the pack.
 */
export function environmentOf(configured: string | undefined, stack: string): Environment {
  const named = (name: string) => ENVIRONMENTS.find(one => one === name);
  if (configured !== undefined) return named(configured) ?? "prod";
  return stack === "" ? "prod" : (named(stack) ?? "dev");
}
