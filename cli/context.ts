import type { Style } from "./terminal/style";

/** What a verb is given of the world; everything else it reads is named by its options. */
export interface Context {
  /** The folder of Pulumi.yaml and index.ts, which is the current directory. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The day for policies that look at dates, `YYYY-MM-DD`. */
  readonly today: string;
  readonly style: Style;
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Shows a step that takes time; only on a terminal. */
  readonly progress: (step: string) => void;
}
