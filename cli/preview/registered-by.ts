import type { Registered } from "../engine/registered";
import type { StackConfig } from "../stack/read-stack";

/** What the stack's program registers. Pulumi and its SDKs are loaded here and nowhere before. */
export async function registeredBy(config: StackConfig): Promise<readonly Registered[]> {
  const { deferUnused } = await import("../engine/defer-unused.js");
  deferUnused();
  const { runIndex } = await import("../engine/run-index.js");
  return runIndex(config);
}
