/** Where something stands in a file; line and column start at 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with what the user gave us. */
export interface Issue {
  /** Where it stands in the input, e.g. `services.web.ports[0]` or `docker.host.instanceType`. */
  readonly path: string;
  /** What is wrong, without a full stop. */
  readonly wrong: string;
  /** What to write instead, without a full stop. */
  readonly instead: string;
  readonly at?: Position;
}

/** Thrown once with every problem found in an input; the command line prints it and exits 1. */
export class InvalidInput extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join("\n"));
    this.name = "InvalidInput";
  }
}

/** `path: what is wrong; what to write instead`, the one form in which problems are shown. */
export function formatIssue({ path, wrong, instead }: Issue): string {
  return `${path === "" ? "(top level)" : path}: ${wrong}; ${instead}`;
}
