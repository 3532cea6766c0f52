import type { Environment } from "./common";

/** A lifecycle hook (`pre_start`, `post_start`, `pre_stop`). */
export interface Hook {
  readonly command?: readonly string[] | null;
  readonly entrypoint?: readonly string[] | null;
  readonly image?: string;
  readonly user?: string;
  readonly privileged?: boolean;
  readonly working_dir?: string;
  readonly environment?: Environment;
  readonly per_replica?: boolean;
  readonly networks?: Readonly<Record<string, null>>;
}
