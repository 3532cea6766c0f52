import type { PolicyResource } from "../../../policies/subject";

/** Something good with one property broken. */
export interface Mutant {
  /** Names its file. */
  readonly id: string;
  readonly label: string;
  /** The broken object alone. */
  readonly alone: Judged;
  /** With what belongs to it. */
  readonly whole: Judged;
}

/** The same thing for a scanner, as manifests or Terraform, and for the rules. */
export interface Judged {
  readonly text: string;
  readonly resources: readonly PolicyResource[];
}
