import { physicalName } from "../lib/names";
import type { Identity } from "../settings/identity";

/** The cluster of a stack, by which AWS knows it and its nodes are tagged; 40 characters at most. */
export function clusterName({ project, stack }: Identity): string {
  return physicalName(["towpath", project, stack], 40);
}
