import type { Extensions } from "./model/common";
import type { FileObject } from "./model/file-object";
import type { Job } from "./model/job";
import type { Network } from "./model/network";
import type { Service } from "./model/service";
import type { Volume } from "./model/volume";

/**
 * What the app is: the canonical Compose model, in the shape that `docker compose config --format json`
 * prints, with every short form spelt out and every path absolute. It knows no target.
 */
export interface App extends Extensions {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, Network>>;
  readonly volumes?: Readonly<Record<string, Volume>>;
  readonly configs?: Readonly<Record<string, FileObject>>;
  readonly secrets?: Readonly<Record<string, FileObject>>;
  readonly jobs?: Readonly<Record<string, Job>>;
  readonly models?: Readonly<Record<string, unknown>>;
}
