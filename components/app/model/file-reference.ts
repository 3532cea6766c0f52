/** How a service or a build takes a top-level config or secret. */
export interface FileReference {
  readonly source: string;
  /** Absolute path in the container, or the name of a file. */
  readonly target?: string;
  readonly uid?: string;
  readonly gid?: string;
  /** Octal digits, e.g. `0440`. */
  readonly mode?: string;
}
