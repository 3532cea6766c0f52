import { z } from "zod";
import type { DockerWorld } from "../docker/harness/docker-world";

const EVENT = z.object({ Action: z.string(), timeNano: z.number(), Actor: z.object({ ID: z.string() }) });

/**
 * What the containers started for a service since a time need by themselves, however they are started, in seconds: from
 * the first one's start until Docker finds the last of them healthy, or, of a one-shot service, to its end. Taken from
 * the daemon's events, since a container remembers only the last five of its health checks.
 */
export function containerSeconds(world: DockerWorld, service: string, since: Date): number {
  const events = world
    .docker(
      ...["events", "--since", since.toISOString(), "--until", new Date().toISOString(), "--format", "json"],
      ...["--filter", "type=container", "--filter", `label=com.docker.compose.service=${service}`],
    )
    .split("\n")
    .filter(line => line !== "")
    .map(line => EVENT.parse(JSON.parse(line)));
  const starts = new Map(
    events.filter(({ Action }) => Action === "start").map(({ Actor, timeNano }) => [Actor.ID, timeNano]),
  );
  const ends = [...starts.keys()].map(id => {
    const own = events.filter(({ Actor }) => Actor.ID === id);
    const end =
      own.find(({ Action }) => Action === "health_status: healthy") ??
      own.find(({ Action }) => Action === "die");
    if (end === undefined) throw new Error(`a container of ${service} was neither healthy nor ended`);
    return end.timeNano;
  });
  return (Math.max(...ends) - Math.min(...starts.values())) / 1e9;
}
