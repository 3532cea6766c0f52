import { z } from "zod";
import type { DockerWorld } from "../docker/harness/docker-world";

const CONTAINERS = z.array(
  z.object({
    State: z.object({
      StartedAt: z.string(),
      FinishedAt: z.string(),
      Status: z.string(),
      Health: z.object({ Log: z.array(z.object({ End: z.string(), ExitCode: z.number() })) }).nullish(),
    }),
  }),
);

/**
 * What a service's containers need by themselves, however they are started, in seconds: from their start until Docker
 * finds the last of them healthy, or, of a one-shot service, to its end.
 */
export function containerSeconds(world: DockerWorld, service: string): number {
  const label = `label=com.docker.compose.service=${service}`;
  const ids = world.docker("ps", "--all", "--quiet", "--filter", label).split("\n");
  const containers = CONTAINERS.parse(JSON.parse(world.docker("inspect", ...ids)));
  const starts = containers.map(({ State }) => Date.parse(State.StartedAt));
  const ends = containers.map(({ State }, index) => {
    if (State.Status === "exited") return Date.parse(State.FinishedAt);
    const healthy = State.Health?.Log.find(({ ExitCode }) => ExitCode === 0)?.End;
    return healthy === undefined ? (starts[index] ?? 0) : Date.parse(healthy);
  });
  return (Math.max(...ends) - Math.min(...starts)) / 1000;
}
