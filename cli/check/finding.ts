import type { Position } from "../../components/lib/issues";
import type { Outcome } from "../report/outcome";

/** How the app is expressed, which is what a verdict depends on. */
export const WORKLOADS = ["docker", "kubernetes"] as const;
export type Workload = (typeof WORKLOADS)[number];

/** One thing that `check` has to say of a Compose file. */
export interface Finding {
  /** `invalid`: the file is not Compose; `warning`: it is, but written in an old way. */
  readonly outcome: "invalid" | "warning" | Exclude<Outcome, "same">;
  /** Whose verdict it is; absent where it does not depend on a target. */
  readonly target?: Workload;
  /** Where it stands in the model, e.g. `services.web.ports[0]`; empty for the whole file. */
  readonly path: string;
  /** The specification's key, e.g. `services.*.ports`, for verdicts. */
  readonly key?: string;
  /** A sentence. */
  readonly message: string;
  readonly at?: Position;
}

/** What makes `check` fail. */
export function isFailure({ outcome }: Finding): boolean {
  return outcome === "invalid" || outcome === "refused";
}
