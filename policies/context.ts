import type { Cost } from "../pricing/cost";
import type { Stack } from "./stack";

export const ENVIRONMENTS = ["dev", "staging", "prod"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** What a rule may know besides the resource. Rules read no clock and no environment. */
export interface RuleContext {
  readonly environment: Environment;
  /** The run's date, ISO. */
  readonly today: string;
  /** The whole stack; for a rule of scope `resource` only what has been seen so far, so it must not be used. */
  readonly stack: Stack;
  /** What the whole stack costs, worked out on the first call. */
  readonly cost: () => Cost;
  /** Absent: no budget. */
  readonly budget?: Budget;
  /** Registries, with a path or without, that images may come from; empty: from anywhere. */
  readonly allowedRegistries: readonly string[];
  /** Tag keys that resources must carry. */
  readonly requiredTags: readonly string[];
}

/** What a stack may cost, USD a month. */
export interface Budget {
  readonly maxMonthlyUsd: number;
  /** How much dearer a change may make the stack. */
  readonly maxIncreasePercent?: number | undefined;
  /** What the stack cost before the change, as it was last known. */
  readonly previousMonthlyUsd?: number | undefined;
}
