import type { Extensions, StringMap } from "./common";

/** A top-level config or secret: exactly one of file, environment, content (configs only) or external. */
export interface FileObject extends Extensions {
  readonly name: string;
  /** Absolute path on the machine that runs towpath. */
  readonly file?: string;
  readonly environment?: string;
  readonly content?: string;
  readonly external?: boolean;
  readonly labels?: StringMap;
  readonly driver?: string;
  readonly driver_opts?: StringMap;
  readonly template_driver?: string;
}
