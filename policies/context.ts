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
  /** AWS region of the prices. */
  readonly region: string;
  /** USD a month; absent: no budget. */
  readonly maxMonthlyUsd?: number;
  /** Tag keys that resources must carry. */
  readonly requiredTags: readonly string[];
}
