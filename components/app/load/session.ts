import type { FileCache } from "./file-cache";
import type { Problems } from "./problems";
import type { Sources } from "./sources";
import type { TreeMap } from "./tree";

/** What all passes of one load share. */
export interface Session {
  readonly problems: Problems;
  readonly sources: Sources;
  readonly warn: (text: string) => void;
  /** What `~` stands for. */
  readonly home: string;
  /** Models that were included already, by all that they depend on. */
  readonly included: Map<string, TreeMap>;
  readonly files: FileCache;
}

/** Where a set of files stands and what it may see. */
export interface Scope {
  /** What relative paths of the model are put after: absolute for the project, relative for an included part. */
  readonly folder: string;
  /** The absolute folder from which files are opened. */
  readonly directory: string;
  readonly environment: ReadonlyMap<string, string>;
  /** The files that led here by `include`, to find a circle. */
  readonly trail: readonly string[];
}
