import type { Facts, Lever } from "./facts";
import type { Path } from "./paths";

/**
 * One reason for or against a path. A rule `points` to a path, which the decision weighs; or sets the `least` that
 * will do; or only tells. Its number never changes, so that answers can be compared over time.
 */
export interface Rule {
  readonly number: number;
  readonly id: string;
  /** The rule as a sentence, with its limits. */
  readonly rule: string;
  readonly judge: (facts: Facts) => Judgement;
  /** The number that the rule turns on, and its limits; absent when it turns on none. */
  readonly scale?: Scale;
  /** What the Compose file has that rules paths out for as long as there is any of it. */
  readonly ruledOutBy?: { readonly lever: Lever; readonly unit: string };
}

export interface Judgement {
  /** What was found, with the figures. */
  readonly evidence: string;
  readonly points?: Path;
  readonly least?: Path;
  /** Nothing above this path can run the app. */
  readonly most?: Path;
}

/** Where a rule's verdict changes, from the least to the most. */
export interface Scale {
  readonly lever: Lever;
  /** The unit after the number, e.g. `services`. */
  readonly unit: string;
  /** The largest number that still stays below k3s, and below eks. */
  readonly upTo: readonly [docker: number, k3s: number];
  /** The smallest step beyond a limit. */
  readonly step: number;
}

/** The path that a number on a scale points to. */
export function onScale({ upTo: [docker, k3s] }: Scale, value: number): Path {
  return value <= docker ? "docker" : value <= k3s ? "k3s" : "eks";
}
