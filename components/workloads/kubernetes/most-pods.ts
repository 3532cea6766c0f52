import type { Manifest } from "./kubernetes-plan";

interface Spec {
  readonly replicas?: number;
  readonly parallelism?: number;
  readonly strategy?: { readonly rollingUpdate?: { readonly maxSurge?: number | string } };
}

/**
 * The most pods that a workload has at a time: during a rollout the old ones are still going when the new ones have
 * all come, with a surge beside them; an autoscaler may be at its maximum. Infinity for one pod on every node.
 */
export function mostPods({ kind, spec }: Manifest, autoscaleMax: number | undefined): number {
  const { replicas = 1, parallelism = 1, strategy } = spec as Spec;
  if (kind === "DaemonSet") return Number.POSITIVE_INFINITY;
  if (kind === "Job") return 2 * parallelism;
  const wanted = autoscaleMax ?? replicas;
  const surge = strategy?.rollingUpdate?.maxSurge ?? 1;
  return 2 * wanted + (typeof surge === "number" ? surge : wanted);
}
