import type { Advice } from "../../advice/advice";
import { advise } from "../../advice/advise";
import type { TeamFacts } from "../../advice/team-facts";
import { loadStack } from "../../components/load-stack";
import { parseSettings } from "../../components/settings/parse";
import type { Settings } from "../../components/settings/settings";
import type { Context } from "../context";
import { pricedRegion } from "../cost/priced-region";
import { readStack, type StackRequest } from "../stack/read-stack";
import { refusedKeys } from "./refused-keys";

/** Daily snapshots of a volume when the stack is for another target than the VM. */
const SNAPSHOTS_KEPT = 7;

/**
 * Advice for a stack's app. The stack's own target does not take part; its budget does, unless one is given.
 * Throws InvalidInput for settings or Compose files that are wrong, and for a region without prices.
 */
export function makeAdvice(request: StackRequest, given: Partial<TeamFacts>, context: Context): Advice {
  const { raw, stack } = readStack(request);
  const settings = parseSettings(raw, stack);
  const loaded = loadStack(settings, context.environment);
  const budgetUsd = settings.budget?.maxMonthlyUsd;
  return advise({
    app: loaded.app,
    team: { ...(budgetUsd === undefined ? {} : { budgetUsd }), ...given },
    refused: refusedKeys(loaded),
    region: pricedRegion(settings),
    volumeSizeGb: settings.volumeSizeGb,
    snapshotsKept: snapshotsOf(settings),
  });
}

function snapshotsOf(settings: Settings): number {
  return settings.target === "docker" ? settings.docker.snapshotsKept : SNAPSHOTS_KEPT;
}
