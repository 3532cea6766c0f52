import { InvalidInput } from "../../components/lib/issues";
import type { Values } from "../arguments/option";
import type { Context } from "../context";
import { EXIT, type ExitCode } from "../exit-code";
import { openStack } from "../stack/open-stack";
import { STACK_OPTIONS, stackRequest } from "../verbs/stack-options";
import { type HostCommand, hostCommand } from "./host-command";
import { runSsh } from "./run-ssh";
import { runSsm } from "./run-ssm";

/** Options of every verb that runs something on a stack's host. */
export const HOST_OPTIONS = {
  ...STACK_OPTIONS,
  print: { kind: "flag", about: "Print the command that reaches the host, and run nothing" },
} as const;

/**
 * Runs `towpath-rollout` with some arguments on the host of a stack.
 * @throws InvalidInput when the stack is not one of a Docker host, or the host cannot be reached
 */
export async function runOnHost(
  args: readonly string[],
  { print, ...stack }: Values<typeof HOST_OPTIONS>,
  context: Context,
): Promise<ExitCode> {
  const request = stackRequest(stack, context);
  const { settings, planned } = openStack(request, context.environment);
  if (settings.target !== "docker") {
    const wrong = `${settings.target}, which has no Docker host`;
    const instead = "choose a stack of target docker; on Kubernetes use its own tools";
    throw new InvalidInput([{ path: "towpath:target", wrong, instead }]);
  }
  const project = planned.loaded.app.name;
  const command = hostCommand({ settings, project, stack: request.stack, args });
  if (print) {
    context.write(`${command.argv.map(quoted).join(" ")}\n`);
    return EXIT.fine;
  }
  return (await run(command, context)) === 0 ? EXIT.fine : EXIT.hostFailed;
}

function run(command: HostCommand, context: Context): Promise<number> {
  return command.kind === "ssh" ? runSsh(command, context) : runSsm(command, context);
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
