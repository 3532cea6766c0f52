import type { Facts } from "./facts";
import type { Path } from "./paths";

/** Something else than this project's paths, where it would serve better. */
export interface Alternative {
  readonly name: string;
  /** Why it fits here; undefined where it does not. */
  readonly fits: (facts: Facts, answer: Path) => string | undefined;
}

export const ALTERNATIVES: readonly Alternative[] = [
  {
    name: "Podman with Quadlet",
    fits: ({ app, team }, answer) =>
      answer === "docker" && app.services <= 5 && team.people <= 2
        ? "a few containers that one person looks after: rootless, no daemon, units of systemd"
        : undefined,
  },
  {
    name: "Docker Swarm",
    fits: ({ app, team }, answer) =>
      answer === "k3s" && app.autoscaled.length === 0 && app.services <= 20 && team.people <= 5
        ? "several machines from the same Compose file, while nothing has to scale by itself and no one wants a cluster's add-ons"
        : undefined,
  },
  {
    name: "Nomad",
    fits: ({ app, team }, answer) =>
      answer !== "docker" && app.jobs >= app.services && app.jobs > 0 && team.teams <= 2
        ? "as much batch work as services: one scheduler for both, and for programs that are no containers"
        : undefined,
  },
  {
    name: "ECS on Fargate",
    fits: ({ app, team, refused }, answer) =>
      app.stateful.length === 0 &&
      app.onBoards.length === 0 &&
      refused.kubernetes.length === 0 &&
      app.services <= 10 &&
      spiky(team, answer)
        ? "no service owns data: tasks that come and go with the load, and no machine to look after"
        : undefined,
  },
  {
    name: "a managed database (RDS, Aurora)",
    fits: ({ app, team }) =>
      app.stateful.length > 0 && team.availabilityPercent >= 99.9
        ? `${app.stateful.join(", ")} would need replicas and failover of your own to answer ${team.availabilityPercent} % of the time`
        : undefined,
  },
];

function spiky({ peakRatio, people }: Facts["team"], answer: Path): boolean {
  return peakRatio > 5 || (answer !== "docker" && people <= 5);
}
