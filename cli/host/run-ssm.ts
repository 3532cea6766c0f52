import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { InvalidInput } from "../../components/lib/issues";
import type { Context } from "../context";
import type { HostCommand } from "./host-command";
import { runProgram } from "./run-program";

const INVOCATIONS = z.object({
  CommandInvocations: z.array(
    z.object({
      InstanceId: z.string(),
      Status: z.string(),
      CommandPlugins: z.array(
        z.object({ Output: z.string().optional(), ResponseCode: z.number().optional() }),
      ),
    }),
  ),
});

const RUNNING = ["Pending", "InProgress", "Delayed", "Cancelling"];
const PAUSE_MS = 3000;

/** Asked so often for an instance that takes the command; then there is none. */
const TRIES = 10;

/**
 * Runs a command on an instance through SSM, and waits for its end. SSM hands on the last 2,500 characters of what it
 * prints. Throws InvalidInput when the CLI refuses, or no running instance has the stack's tags.
 */
export async function runSsm(
  command: Extract<HostCommand, { kind: "ssm" }>,
  context: Context,
): Promise<number> {
  const sent = await runProgram(command.argv);
  const id = sent.stdout.trim();
  if (sent.status !== 0 || id === "") {
    throw refused("did not send the command", "see its message above; log in, or choose the stack's account");
  }
  const poll = ["aws", "ssm", "list-command-invocations", "--region", command.region, "--command-id", id];
  for (let tries = 0; ; ) {
    const asked = await runProgram([...poll, "--details", "--output", "json"]);
    if (asked.status !== 0) throw refused(`does not tell of command ${id}`, "see its message above");
    const [invocation] = INVOCATIONS.parse(JSON.parse(asked.stdout)).CommandInvocations;
    if (invocation === undefined) tries += 1;
    if (tries === TRIES)
      throw refused("finds no instance of this stack", "run pulumi up first, or choose the stack's account");
    if (invocation !== undefined && !RUNNING.includes(invocation.Status)) {
      for (const { Output = "" } of invocation.CommandPlugins) context.write(Output);
      return invocation.Status === "Success" ? 0 : invocation.CommandPlugins[0]?.ResponseCode || 1;
    }
    context.progress(`waiting for ${invocation?.InstanceId ?? "the instance"}`);
    await sleep(Number(context.environment.TOWPATH_POLL_MS ?? PAUSE_MS));
  }
}

function refused(wrong: string, instead: string): InvalidInput {
  return new InvalidInput([{ path: "aws", wrong, instead }]);
}
