import { EDGE_LABEL, EDGE_TAINT } from "../../lib/edge";
import { POOL_LABEL } from "../../lib/pool-label";
import { architecturesOf, boardsAsked, boardsFor, runsOnBoards } from "./boards";
import type { Fields } from "./fields";
import type { PlanContext, Workload } from "./workload";

/**
 * What else keeps a pod's place while its board is out of reach: it goes on there by itself, nowhere else could take
 * it, and an eviction would only stop it once the board is back.
 */
const STAYS: readonly Fields[] = ["not-ready", "unreachable"].map(condition => ({
  key: `node.kubernetes.io/${condition}`,
  operator: "Exists",
  effect: "NoExecute",
}));

/** Requirements on the labels of a node that keep a service's pods on its boards; none where it asks for none. */
export function boardExpressions(context: PlanContext, workload: Workload): readonly Fields[] {
  const { edge } = workload.extension;
  if (edge === false) return [];
  const asked =
    edge === true
      ? { key: EDGE_LABEL, operator: "In", values: ["true"] }
      : { key: POOL_LABEL, operator: "In", values: [...new Set(edge)].sort() };
  return [asked, ...architectureExpressions(context, workload)];
}

/** Where an image is built for some of the boards' architectures only; `platform` is a node selector of its own. */
function architectureExpressions(context: PlanContext, workload: Workload): readonly Fields[] {
  const built = architecturesOf(boardsFor(context, workload));
  const isForAll = built.length === architecturesOf(boardsAsked(context, workload)).length;
  if (isForAll || workload.service.platform !== undefined) return [];
  return [{ key: "kubernetes.io/arch", operator: "In", values: built }];
}

/** Lets a service's pods onto boards, whose taint keeps all others off. */
export function boardTolerations(context: PlanContext, workload: Workload): readonly Fields[] {
  if (!runsOnBoards(workload)) return [];
  const { key, value, effect } = EDGE_TAINT;
  const boards = { key, operator: "Equal", value, effect };
  // A DaemonSet's pods stay by themselves.
  const stays = boardsFor(context, workload).length === 1 && workload.kind !== "DaemonSet";
  return stays ? [boards, ...STAYS] : [boards];
}
