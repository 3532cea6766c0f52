import type { Flip } from "./flips";
import type { Path } from "./paths";
import type { TeamFact } from "./team-facts";

/** Which path fits an app and its team, and why. */
export interface Advice {
  readonly app: string;
  readonly path: Path;
  /** By number of rule. */
  readonly reasons: readonly Reason[];
  /** What the answer falls short of; absent when every demand is met. */
  readonly conflict?: { readonly wanted: Path; readonly rules: readonly number[] };
  readonly flips: readonly Flip[];
  readonly alternatives: readonly { readonly name: string; readonly why: string }[];
  readonly next: readonly string[];
  /** About what each path would cost, USD a month, in which region, at prices of which day. */
  readonly costs: Readonly<Record<Path, number>>;
  readonly region: string;
  readonly pricesAsOf: string;
  /** What has no figure in that region and is in no sum, as sentences. */
  readonly unpriced: readonly string[];
  /** Facts that nobody gave, with what was taken for granted. */
  readonly assumed: readonly { readonly fact: TeamFact; readonly value: number; readonly what: string }[];
}

export interface Reason {
  readonly number: number;
  readonly id: string;
  readonly rule: string;
  readonly evidence: string;
  readonly says: string;
}
