import type { PolicyConfig } from "./config";
import type { Environment } from "./context";
import type { Level, Rule, Severity } from "./rule";

/** The level of each severity in each environment. */
const LEVELS: Readonly<Record<Severity, Readonly<Record<Environment, Level | "disabled">>>> = {
  mandatory: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
  "mandatory-outside-dev": { dev: "advisory", staging: "mandatory", prod: "mandatory" },
  "mandatory-in-prod": { dev: "disabled", staging: "disabled", prod: "mandatory" },
  advisory: { dev: "advisory", staging: "advisory", prod: "advisory" },
  "advisory-outside-dev": { dev: "disabled", staging: "advisory", prod: "advisory" },
  "advisory-in-prod": { dev: "disabled", staging: "disabled", prod: "advisory" },
};

/** How a rule is taken: as configured, else by its severity in the environment. */
export function levelOf(
  { id, severity }: Rule,
  { levels, environment }: Pick<PolicyConfig, "levels" | "environment">,
): Level | "disabled" {
  return levels?.[id] ?? LEVELS[severity][environment];
}
