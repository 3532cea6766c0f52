import { physicalName } from "./names";

/** Service account of Cluster Autoscaler in `kube-system`, to which the platform gives a role. */
export const AUTOSCALER_ACCOUNT = "cluster-autoscaler";

/** The cluster of a stack, by which AWS knows it and its nodes are tagged; 40 characters at most. */
export function clusterName({
  project,
  stack,
}: {
  readonly project: string;
  readonly stack: string;
}): string {
  return physicalName(["towpath", project, stack], 40);
}
