import type { Registered } from "../engine/registered";
import type { StackConfig } from "../stack/read-stack";

/** What the stack's program registers. Pulumi and its SDKs are loaded here and nowhere before. */
export async function registeredBy(stack: StackConfig): Promise<readonly Registered[]> {
  const [{ runProgram }, { program }] = await Promise.all([
    import("../engine/run-program.js"),
    import("../engine/program.js"),
  ]);
  const { project, config, secretKeys } = stack;
  const { resources } = await runProgram({ project, stack: stack.stack, config, secretKeys, program });
  return resources;
}
