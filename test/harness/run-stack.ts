import type { Registered } from "../../cli/engine/registered";
import { runProgram } from "../../cli/engine/run-program";
import { readStack } from "../../cli/stack/read-stack";
import { deploy } from "../../components/deploy";
import { readSettings } from "../../components/settings/read";
import { ROOT } from "./equipment";

/** What the project's own program registers for one of the checkout's stacks with these Compose files. */
export async function runStack(
  stack: string,
  compose: readonly string[],
  overrides: readonly string[] = [],
): Promise<readonly Registered[]> {
  const { project, config, secretKeys } = readStack({ directory: ROOT, stack, compose, overrides });
  const program = async () => {
    const { settings, secrets } = readSettings();
    return deploy(settings, secrets);
  };
  return (await runProgram({ project, stack, config, secretKeys, program })).resources;
}
