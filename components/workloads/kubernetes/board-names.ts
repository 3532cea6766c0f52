import { nearest } from "../../lib/nearest";
import type { PlanContext, Workload } from "./workload";

const KEY = "services.*.x-towpath";

/** Refuses boards of names that no board has, and any board where there is none. */
export function refuseUnknownBoards({ facts, reporter }: PlanContext, { name, extension }: Workload): void {
  const { edge } = extension;
  const path = ["services", name, "x-towpath", "edge"];
  const known = (facts.edge ?? []).map(board => board.name).sort();
  if (known.length === 0) {
    const instead = "list them in towpath:k3s.edge, with towpath:target k3s, or leave edge out";
    reporter.refuse(KEY, path, "no boards join this cluster", instead);
    return;
  }
  for (const [index, board] of (Array.isArray(edge) ? edge : []).entries()) {
    if (known.includes(board)) continue;
    const wrong = `no board is called ${board}`;
    reporter.refuse(KEY, [...path, index], wrong, insteadOf(board, known));
  }
}

function insteadOf(board: string, known: readonly string[]): string {
  const close = nearest(board, known);
  const names = `known are ${known.join(", ")}`;
  return close === undefined ? names : `did you mean \`${close}\`? ${names}`;
}
