import { BUILD_KEYS } from "./spec-keys/build";
import { DEPLOY_KEYS } from "./spec-keys/deploy";
import { DEVELOP_KEYS } from "./spec-keys/develop";
import { HOOKS_KEYS } from "./spec-keys/hooks";
import { MOUNTS_KEYS } from "./spec-keys/mounts";
import { SERVICE_KEYS } from "./spec-keys/service";
import { SERVICE_NETWORKS_KEYS } from "./spec-keys/service-networks";
import { TOP_LEVEL_KEYS } from "./spec-keys/top-level";

/**
 * Every key of the Compose Specification, `*` for a name and `[]` for a list's entries, from its JSON schema
 * (compose-spec/compose-spec, schema/compose-spec.json). Each workload's support table has a row for each.
 */
export const SPEC_KEYS = [
  ...TOP_LEVEL_KEYS,
  ...SERVICE_KEYS,
  ...BUILD_KEYS,
  ...DEPLOY_KEYS,
  ...DEVELOP_KEYS,
  ...HOOKS_KEYS,
  ...MOUNTS_KEYS,
  ...SERVICE_NETWORKS_KEYS,
] as const;
export type SpecKey = (typeof SPEC_KEYS)[number];
