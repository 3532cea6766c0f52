import type { Position } from "../lib/issues";

/** What becomes of a Compose key on a target. */
export type Verdict = "same" | "adapted" | "ignored" | "refused";

/** One row of a support table: the rule for a key, before any particular file is seen. */
export interface Support {
  readonly verdict: Verdict;
  /** A sentence for the user: how it is adapted, why ignoring it is harmless, or what to write instead. */
  readonly note: string;
}

/** What became of one key of one file. Only what is not `same` is shown by default. */
export interface ReportEntry {
  /** Where it stands in the model, e.g. `services.web.ports[0]`. */
  readonly path: string;
  /** The specification's key, e.g. `services.*.ports`. */
  readonly key: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly at?: Position;
}
