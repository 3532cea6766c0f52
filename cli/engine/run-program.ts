import * as pulumi from "@pulumi/pulumi";
import { leanSdk } from "./lean-sdk";
import { recordRegistrations } from "./recording-monitor";
import type { Registered } from "./registered";
import { standInCall } from "./stand-in-calls";
import { standInOutputs } from "./stand-in-outputs";

/** A Pulumi program's entry point: registers resources and returns the stack's outputs. */
export type Program = () => Promise<Record<string, unknown>>;

export interface RunRequest {
  readonly project: string;
  readonly stack: string;
  /** Config as the engine passes it: full keys, objects as JSON. */
  readonly config: Readonly<Record<string, string>>;
  /** Full keys of secret config values. */
  readonly secretKeys?: readonly string[];
  readonly program: Program;
}

export interface ProgramRun {
  /** Sorted by URN, since registration order depends on timing. */
  readonly resources: readonly Registered[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * Runs a program under a mock monitor, as a preview: no engine, no provider, no network. Throws what the
 * program throws, a throw inside `apply` included; a data source without a stand-in is an error.
 */
export async function runProgram(request: RunRequest): Promise<ProgramRun> {
  const { project, stack, config, secretKeys = [], program } = request;
  pulumi.runtime.setAllConfig({ ...config }, [...secretKeys]);
  await pulumi.runtime.setMocks({ newResource: standInOutputs, call: standInCall }, project, stack, true);
  const registered = recordRegistrations();
  const stray = catchStrayRejections();
  const { stackTraceLimit } = Error;
  const debug = process.env.TOWPATH_DEBUG === "1";
  const restoreSdk = debug ? () => {} : leanSdk();
  // Pulumi makes an error of each resource's beginning, for the case that it comes to one.
  if (!debug) Error.stackTraceLimit = 0;
  try {
    const outputs = (await pulumi.runtime.runInPulumiStack(program)) ?? {};
    await pulumi.runtime.disconnect();
    await nextTurn();
    if (stray.caught.length > 0) throw stray.caught[0];
    return { resources: [...registered].sort((a, b) => (a.urn < b.urn ? -1 : 1)), outputs };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    restoreSdk();
    await pulumi.runtime.disconnect().catch(() => {});
    await nextTurn();
    stray.release();
  }
}

/** The turn of the event loop in which a throw inside apply surfaces. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Takes the place of all listeners until released, since the first stray rejection is thrown by the run itself. */
function catchStrayRejections() {
  const caught: unknown[] = [];
  const before = process.rawListeners("unhandledRejection") as NodeJS.UnhandledRejectionListener[];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", reason => caught.push(reason));
  const release = () => {
    process.removeAllListeners("unhandledRejection");
    for (const listener of before) process.on("unhandledRejection", listener);
  };
  return { caught, release };
}
