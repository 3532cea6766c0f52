import type { Exception } from "./config";
import type { Level } from "./rule";

/** A rule that a resource breaks. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** The resource's URN. */
  readonly resource: string;
  /** What is wrong, a sentence without a full stop. */
  readonly message: string;
  readonly fix: string;
  readonly sources: readonly string[];
}

/** What the rules say of a stack. */
export interface Evaluation {
  /** Mandatory ones first, then by rule and resource. */
  readonly findings: readonly Finding[];
  /** Findings that an exception in force answers. */
  readonly excepted: readonly (Finding & Pick<Exception, "reason" | "until">)[];
  /** Rules that could not be applied yet, because a value is known only after the update. */
  readonly notEvaluated: readonly { readonly rule: string; readonly resource: string }[];
  /** How many times a rule was applied to a resource. */
  readonly evaluated: number;
}
