import type { Target } from "../../components/settings/settings";
import type { ReportEntry } from "../../components/workloads/verdict";
import type { Level } from "../../policies/rule";
import type { Cost } from "../../pricing/cost";
import type { Artefact } from "../artefacts/artefact";

/** Everything that a preview tells; its JSON form is documented in docs/cli.md and stays stable. */
export interface Preview {
  /** The Compose project's name. */
  readonly app: string;
  readonly stack: string;
  readonly target: Target;
  /** The day for what looks at dates: policies, support of versions, prices; `YYYY-MM-DD`. */
  readonly date: string;
  /** Absent on a cluster that towpath does not make. */
  readonly region?: string;
  /** What the Compose loader warns about. */
  readonly warnings: readonly string[];
  /** By URN. */
  readonly resources: readonly PreviewedResource[];
  /** In the order of the model; `file` of a position is relative to the current folder when inside it. */
  readonly report: readonly ReportEntry[];
  /** Mandatory violations first. */
  readonly policies: readonly PolicyResult[];
  readonly cost: Cost | NoCost;
  /** By path. */
  readonly artefacts: readonly Artefact[];
}

export interface PreviewedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The parent's URN; absent for the stack. */
  readonly parent?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What one rule says of one resource, when it is not content. */
export type PolicyResult =
  | {
      readonly outcome: "violated";
      readonly rule: string;
      readonly resource: string;
      readonly level: Level;
      readonly message: string;
      readonly fix: string;
      readonly sources: readonly string[];
    }
  | {
      readonly outcome: "excepted";
      readonly rule: string;
      readonly resource: string;
      readonly message: string;
      readonly reason: string;
      /** Last day of the exception, ISO. */
      readonly until: string;
    }
  | { readonly outcome: "not-evaluated"; readonly rule: string; readonly resource: string };

/** Why there is no cost. */
export interface NoCost {
  readonly unavailable: string;
}
