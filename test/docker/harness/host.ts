import type { SpawnSyncReturns } from "node:child_process";
import { once } from "node:events";
import type { DockerWorld } from "./docker-world";
import type { Release } from "./release";

export interface Outcome {
  /** Null when a signal ended it. */
  readonly status: number | null;
  /** What the rollout says on its way, without times. */
  readonly log: string;
}

type Variables = Readonly<Record<string, string>>;

function outcome({ status, stderr }: Pick<SpawnSyncReturns<string>, "status" | "stderr">): Outcome {
  return { status, log: stderr.replace(/^\d{4}-\d\d-\d\dT[\d:]+Z /gm, "") };
}

function applying({ bundle, digest }: Release, secrets: string | undefined, verb = "apply"): string[] {
  const script = `${bundle}/towpath-rollout`;
  return ["bash", script, verb, bundle, digest, ...(secrets === undefined ? [] : [secrets])];
}

/** Rolls a release out as every transport does. */
export function apply(world: DockerWorld, release: Release, env: Variables = {}, secrets?: string): Outcome {
  return outcome(world.run(applying(release, secrets), env));
}

/** Brings up the host's own registry, before a first release. */
export function bootstrap(world: DockerWorld, release: Release, env: Variables, secrets: string): Outcome {
  return outcome(world.run(applying(release, secrets, "bootstrap"), env));
}

/** Starts a rollout, and returns once it says `until`; `ended` is how it ends. */
export async function startApply(world: DockerWorld, release: Release, until: string, env: Variables = {}) {
  const rollout = world.start(applying(release, undefined), env);
  let stderr = "";
  const said = new Promise<void>(resolve => {
    rollout.stderr.on("data", text => {
      stderr += text;
      if (stderr.includes(until)) resolve();
    });
  });
  const closed = once(rollout, "close");
  await Promise.race([said, closed]);
  return { ended: closed.then(([status]) => outcome({ status, stderr })) };
}

/** Runs the rollout that the host keeps. */
export function towpathRollout(world: DockerWorld, ...args: string[]): Outcome & { readonly stdout: string } {
  const result = world.run(["/srv/towpath/towpath-rollout", ...args]);
  return { ...outcome(result), stdout: result.stdout };
}

/** What the app answers through the proxy, or why it does not. */
export function answerOf(world: DockerWorld, path = "/", address = "127.0.0.1"): string {
  const { stdout, stderr } = world.run([world.kit, "get", `http://${address}${path}`]);
  return stdout === "" ? stderr : stdout;
}

/** Ids of the containers that run, oldest first. */
export function running(world: DockerWorld): readonly string[] {
  return world.docker("ps", "--quiet", "--no-trunc").split("\n").reverse();
}
