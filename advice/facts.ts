import type { AppFacts } from "./app-facts";
import type { Path } from "./paths";
import type { TeamFact, TeamFacts } from "./team-facts";

/** Everything that the rules look at. */
export interface Facts {
  readonly app: AppFacts;
  readonly team: TeamFacts;
  /** Team facts that were given; the others stand at their defaults. */
  readonly given: ReadonlySet<TeamFact>;
  /** Keys of the Compose file that a workload refuses, by path in the model. */
  readonly refused: { readonly docker: readonly string[]; readonly kubernetes: readonly string[] };
  /** About what each path would cost, USD a month. */
  readonly costs: Readonly<Record<Path, number>>;
  /** What a GiB of memory on a machine costs, USD a month. */
  readonly memoryUsd: number;
  /** What has no figure in the region and is in no sum, as sentences. */
  readonly unpriced: readonly string[];
}

/**
 * A number that decides: one of the team's, or one of the app's. `refusedKeys` are those that Kubernetes refuses,
 * `onBoards` the services that ask for boards.
 */
export type Lever = TeamFact | "services" | "memoryGb" | "refusedKeys" | "onBoards";

/** The number as it stands. */
export function leverOf({ app, team, refused }: Facts, lever: Lever): number {
  switch (lever) {
    case "services":
    case "memoryGb":
      return app[lever];
    case "refusedKeys":
      return refused.kubernetes.length;
    case "onBoards":
      return app.onBoards.length;
    default:
      return team[lever];
  }
}

/** The same facts with another number. */
export function withLever(facts: Facts, lever: Lever, value: number): Facts {
  switch (lever) {
    case "services":
    case "memoryGb":
      return { ...facts, app: { ...facts.app, [lever]: value } };
    case "refusedKeys":
      return {
        ...facts,
        refused: { ...facts.refused, kubernetes: facts.refused.kubernetes.slice(0, value) },
      };
    case "onBoards":
      return { ...facts, app: { ...facts.app, onBoards: facts.app.onBoards.slice(0, value) } };
    default:
      return { ...facts, team: { ...facts.team, [lever]: value } };
  }
}
