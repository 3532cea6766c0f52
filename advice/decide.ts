import type { Facts } from "./facts";
import { higher, type Path, rankOf } from "./paths";
import type { Judgement, Rule } from "./rule";
import { RULES } from "./rules";

/** So many reasons for Kubernetes, and it is worth its price; fewer lie in between. */
export const REASONS_FOR_EKS = 3;
/** One sign beyond a single machine is no reason to leave it. */
const SIGNS_ALLOWED = 1;

/** A rule with what it found. */
export interface Judged {
  readonly rule: Rule;
  readonly judgement: Judgement;
}

export interface Decision {
  readonly path: Path;
  readonly judged: readonly Judged[];
  /** Set when no path meets every demand: what the answer falls short of. */
  readonly conflict?: { readonly wanted: Path; readonly heldBack: readonly Judged[] };
}

/**
 * Small in every way stays on one machine, three reasons for Kubernetes lead there, all else lies in between; then
 * what must be at least, and last what can be at most.
 */
export function decide(facts: Facts): Decision {
  const judged = RULES.map(rule => ({ rule, judgement: rule.judge(facts) }));
  const floor = judged.reduce<Path>(
    (path, { judgement }) => higher(path, judgement.least ?? "docker"),
    "docker",
  );
  const wanted = higher(weighed(judged), floor);
  const heldBack = judged.filter(
    ({ judgement: { most } }) => most !== undefined && rankOf(most) < rankOf(wanted),
  );
  if (heldBack.length === 0) return { path: wanted, judged };
  const path = heldBack.reduce<Path>(
    (lowest, { judgement: { most = lowest } }) => (rankOf(most) < rankOf(lowest) ? most : lowest),
    wanted,
  );
  return { path, judged, conflict: { wanted, heldBack } };
}

function weighed(judged: readonly Judged[]): Path {
  const pointing = (path: Path) => judged.filter(({ judgement }) => judgement.points === path).length;
  if (pointing("eks") >= REASONS_FOR_EKS) return "eks";
  return pointing("eks") === 0 && pointing("k3s") <= SIGNS_ALLOWED ? "docker" : "k3s";
}
