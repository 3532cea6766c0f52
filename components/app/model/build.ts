import type { StringMap, Ulimits } from "./common";
import type { FileReference } from "./file-reference";

/** `services.*.build`, Compose Build Specification, in long form with an absolute context. */
export interface Build {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly dockerfile_inline?: string;
  readonly entitlements?: readonly string[];
  readonly args?: StringMap;
  readonly provenance?: string;
  readonly sbom?: string;
  readonly ssh?: readonly string[];
  readonly labels?: StringMap;
  readonly cache_from?: readonly string[];
  readonly cache_to?: readonly string[];
  readonly no_cache?: boolean;
  readonly no_cache_filter?: readonly string[];
  readonly additional_contexts?: StringMap;
  readonly pull?: boolean;
  readonly extra_hosts?: readonly string[];
  readonly isolation?: string;
  readonly network?: string;
  readonly target?: string;
  readonly secrets?: readonly FileReference[];
  /** Bytes, as a decimal string. */
  readonly shm_size?: string;
  readonly tags?: readonly string[];
  readonly ulimits?: Ulimits;
  readonly platforms?: readonly string[];
  readonly privileged?: boolean;
}
