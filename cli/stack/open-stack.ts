import { planStack, type StackPlan } from "../../components/plan-stack";
import { parseSettings } from "../../components/settings/parse";
import type { Settings } from "../../components/settings/settings";
import { readStack, type StackConfig, type StackRequest } from "./read-stack";

/** A stack as far as it can be known without running its program. */
export interface OpenStack {
  readonly config: StackConfig;
  readonly settings: Settings;
  readonly planned: StackPlan;
}

/**
 * Reads a stack's settings, loads its Compose files and plans them for its target. `environment` takes part in
 * interpolation.
 *
 * @throws InvalidInput with every problem of the first of these steps that has one
 */
export function openStack(request: StackRequest, environment: Readonly<Record<string, string>>): OpenStack {
  const config = readStack(request);
  const settings = parseSettings(config.raw, config.stack);
  return { config, settings, planned: planStack(settings, environment) };
}
