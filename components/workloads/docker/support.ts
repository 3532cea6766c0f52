import type { SupportTable } from "../shared/reporter";
import { BUILD_SUPPORT } from "./support/build";
import { DEPLOY_SUPPORT } from "./support/deploy";
import { DEVELOP_SUPPORT } from "./support/develop";
import { HOOKS_SUPPORT } from "./support/hooks";
import { MOUNTS_SUPPORT } from "./support/mounts";
import { SERVICE_SUPPORT } from "./support/service";
import { SERVICE_NETWORKS_SUPPORT } from "./support/service-networks";
import { TOP_LEVEL_SUPPORT } from "./support/top-level";

/**
 * What becomes of every key of the Compose Specification on a Docker host, before any file is seen. The planner
 * reports from this table, the guide is printed from it, and the compiler sees to it that no key is missing.
 */
export const DOCKER_SUPPORT: SupportTable = {
  ...TOP_LEVEL_SUPPORT,
  ...SERVICE_SUPPORT,
  ...BUILD_SUPPORT,
  ...DEPLOY_SUPPORT,
  ...DEVELOP_SUPPORT,
  ...HOOKS_SUPPORT,
  ...MOUNTS_SUPPORT,
  ...SERVICE_NETWORKS_SUPPORT,
};
