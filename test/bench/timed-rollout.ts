import { once } from "node:events";
import { createInterface } from "node:readline";
import type { DockerWorld } from "../docker/harness/docker-world";
import type { Release } from "../docker/harness/release";

export interface TimedRollout {
  /** Seconds from one service's end to the next one's, by service: of those that were replaced. */
  readonly services: Readonly<Record<string, number>>;
  /** Seconds until the first service's turn, and from the last one's end to the rollout's. */
  readonly before: number;
  readonly after: number;
}

/** Rolls a release out and looks at the clock whenever its log says that a service is done. */
export async function timedRollout(
  world: DockerWorld,
  { bundle, digest }: Release,
  secrets: string,
): Promise<TimedRollout> {
  const services: Record<string, number> = {};
  const start = performance.now();
  let last = start;
  let before = 0;
  const sinceLast = () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
  const rollout = world.start(["bash", `${bundle}/towpath-rollout`, "apply", bundle, digest, secrets]);
  rollout.stdout.resume();
  let log = "";
  createInterface(rollout.stderr).on("line", line => {
    log += `${line}\n`;
    if (line.endsWith(`release ${digest}: services`)) before = sinceLast();
    const service = /Z (\S+): replaced, /.exec(line)?.[1];
    if (service !== undefined) services[service] = sinceLast();
  });
  const [status] = await once(rollout, "close");
  if (status !== 0) throw new Error(log);
  return { services, before, after: sinceLast() };
}
