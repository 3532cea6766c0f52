import type { BoardFacts } from "../../lib/edge";
import { platformArchitecture } from "./platform-architecture";
import type { PlanContext, Workload } from "./workload";

/** What tells which boards a service goes to. */
export type BoardContext = Pick<PlanContext, "facts">;

/** Whether a service's pods go to boards, and to no other node. */
export function runsOnBoards({ extension }: Pick<Workload, "extension">): boolean {
  return extension.edge !== false;
}

/** The boards that a service asks for, in the order of the settings; none where it asks for none. */
export function boardsAsked({ facts }: BoardContext, { extension }: Workload): readonly BoardFacts[] {
  const { edge } = extension;
  const boards = facts.edge ?? [];
  if (edge === false) return [];
  return edge === true ? boards : boards.filter(({ name }) => edge.includes(name));
}

/** Those of them that its image is for, as far as the file says. */
export function boardsFor(context: BoardContext, workload: Workload): readonly BoardFacts[] {
  const { build, platform } = workload.service;
  const asked = boardsAsked(context, workload);
  const wanted = platform === undefined ? (build?.platforms ?? []) : [platform];
  if (wanted.length === 0) return asked;
  const architectures = wanted.map(platformArchitecture);
  const fit = asked.filter(({ architecture }) => architectures.includes(architecture));
  // As everywhere, a build for none of the nodes that there are is one for all of them.
  return fit.length === 0 && platform === undefined ? asked : fit;
}

/** The architectures of the nodes that a service may go to, by their names on nodes. */
export function nodeArchitectures(context: BoardContext, workload: Workload): readonly string[] {
  if (!runsOnBoards(workload)) return context.facts.architectures;
  return architecturesOf(boardsAsked(context, workload));
}

/** The architectures of some boards, each once, sorted. */
export function architecturesOf(boards: readonly BoardFacts[]): readonly string[] {
  return [...new Set(boards.map(({ architecture }) => architecture))].sort();
}
