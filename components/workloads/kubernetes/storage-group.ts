import { volumeKeys } from "./classified-mount";
import type { Workload } from "./workload";

/** The group that volumes belong to when nobody says which user writes them. */
const SHARED_GROUP = 10_001;

/**
 * The group (`fsGroup`) that makes a pod's volumes writable to its user: the user's own, or a group of its own
 * where the user is not known. Absent when nothing is mounted that a user might write or must read.
 */
export function storageGroup(workload: Workload): number | undefined {
  const { runAs, mounts, service } = workload;
  const files = (service.secrets ?? []).length + (service.configs ?? []).length;
  if (volumeKeys(mounts).length === 0 && files === 0) return undefined;
  return runAs.kind === "user" ? (runAs.gid ?? runAs.uid) : SHARED_GROUP;
}
