import type { PartCost } from "../../pricing/by-part";
import type { ServiceCost } from "../../pricing/by-service";
import type { Cost } from "../../pricing/cost";
import type { CostDifference } from "../../pricing/difference";
import type { Overlooked } from "../../pricing/overlooked";

/** What `towpath cost` tells of one stack. */
export interface CostReport extends Cost {
  /** The components below the stack. */
  readonly byPart: readonly PartCost[];
  /** The app's services; empty when only a preview of the engine is there. */
  readonly byService: readonly ServiceCost[];
  readonly overlooked: readonly Overlooked[];
  /** Against an earlier estimate, when one was named. */
  readonly difference?: CostDifference;
}

/** One target of a comparison; without a cost where the app or the settings do not allow it. */
export interface ComparedCost {
  readonly target: string;
  readonly expectedUsd?: number;
  readonly ceilingUsd?: number;
  readonly unpriced?: number;
  /** What makes the figures less sure; absent without figures. */
  readonly warnings?: readonly string[];
  /** Why there is no figure. */
  readonly unavailable?: string;
}

/** Each warning once, in the order of the targets. */
export function warningsOf(compared: readonly ComparedCost[]): readonly string[] {
  return [...new Set(compared.flatMap(({ warnings = [] }) => warnings))];
}
