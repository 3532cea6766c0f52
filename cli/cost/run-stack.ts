import { parseSettings } from "../../components/settings/parse";
import type { Settings } from "../../components/settings/settings";
import type { Context } from "../context";
import type { IndexRun } from "../engine/run-index";
import { registeredBy } from "../preview/registered-by";
import { RefusedByProgram } from "../refused-by-program";
import { openStack } from "../stack/open-stack";
import { readStack, type StackRequest } from "../stack/read-stack";

/** A stack's settings, and what its program plans and registers. */
export interface RunStack extends IndexRun {
  readonly settings: Settings;
}

/**
 * Runs a stack's program, which loads and plans the app itself; only when it refuses is the stack opened here as well,
 * to say with lines and columns what is wrong.
 *
 * @throws InvalidInput with every problem of the settings, of the Compose files, or of what the target refuses
 */
export async function runStack(request: StackRequest, { environment }: Context): Promise<RunStack> {
  const config = readStack(request);
  const settings = parseSettings(config.raw, config.stack);
  try {
    return { settings, ...(await registeredBy(config)) };
  } catch (error) {
    if (error instanceof RefusedByProgram) openStack(request, environment);
    throw error;
  }
}
