import type { Position } from "../../lib/issues";
import type { ImageLock } from "../lock/image-lock";
import type { App } from "../model";

/** What the loader is asked for. */
export interface LoadRequest {
  /** Compose files in the order in which they are merged; paths relative to the current directory. */
  readonly files: readonly string[];
  /** Files of variables for interpolation. Default: `.env` beside the first file, when it is there. */
  readonly envFiles?: readonly string[];
  /** Active profiles; `*` means all. Default: those of `COMPOSE_PROFILES` in the environment, else none. */
  readonly profiles?: readonly string[];
  /** The environment for interpolation, which wins over the env files. Default: empty. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Overrides the project's name. Default: `COMPOSE_PROJECT_NAME`, else top-level `name`, else the first file's folder. */
  readonly projectName?: string;
  /** Leaves images as they are written, whatever `towpath.lock.yaml` says. Default false. */
  readonly ignoreLock?: boolean;
}

/** What the loader gives back. */
export interface Loaded {
  readonly app: App;
  /** What the reference loader warns about, e.g. an obsolete `version`. */
  readonly warnings: readonly string[];
  /** Variables read from each `env_file` of each service, by service and then by absolute path. */
  readonly envFiles: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** The project's variables, of the environment and of its env files. They may be secret: nothing shows them. */
  readonly variables?: Readonly<Record<string, string>>;
  /** The folder that relative paths of the first file start from. */
  readonly directory: string;
  /** The digests of `towpath.lock.yaml` beside the first file; empty or absent without one. */
  readonly lock?: ImageLock;
  /** Where a path of the model, e.g. `["services", "web", "ports", 0]`, was written; the nearest parent if unknown. */
  readonly where: (path: readonly (string | number)[]) => Position | undefined;
}
