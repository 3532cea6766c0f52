import type { SpecKey } from "../../app/spec-keys";
import type { Support } from "../verdict";
import { BUILD_SUPPORT } from "./support/build";
import { DEPLOY_SUPPORT } from "./support/deploy";
import { DEVELOP_SUPPORT } from "./support/develop";
import { HOOKS_SUPPORT } from "./support/hooks";
import { MOUNTS_SUPPORT } from "./support/mounts";
import { SERVICE_SUPPORT } from "./support/service";
import { SERVICE_NETWORKS_SUPPORT } from "./support/service-networks";
import { TOP_LEVEL_SUPPORT } from "./support/top-level";

/** What becomes of every key of the Compose Specification on Kubernetes, before any file is seen. */
export const KUBERNETES_SUPPORT: Readonly<Record<SpecKey, Support>> = {
  ...TOP_LEVEL_SUPPORT,
  ...SERVICE_SUPPORT,
  ...BUILD_SUPPORT,
  ...DEPLOY_SUPPORT,
  ...DEVELOP_SUPPORT,
  ...HOOKS_SUPPORT,
  ...MOUNTS_SUPPORT,
  ...SERVICE_NETWORKS_SUPPORT,
};
