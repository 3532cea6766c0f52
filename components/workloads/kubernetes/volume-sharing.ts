import { isReplicated, type PlanContext, type Workload } from "./workload";

/** What tells who mounts a volume. */
export type SharingContext = Pick<PlanContext, "app" | "facts" | "volumeUsers" | "workloads">;

/** Whether more than one pod mounts a volume: pods of several services, or replicas of one. */
export function isSharedVolume({ volumeUsers, workloads }: SharingContext, key: string): boolean {
  const users = volumeUsers.get(key) ?? [];
  return users.length > 1 || users.some(name => has(workloads.get(name), isReplicated));
}

const has = (workload: Workload | undefined, property: (one: Workload) => boolean) =>
  workload !== undefined && property(workload);

/**
 * Whether the pods that share a volume may run on several nodes: the cluster has a class of shared volumes, and the
 * volume is not one that is there already.
 */
export function spansNodes(context: SharingContext, key: string): boolean {
  const { app, facts } = context;
  if (facts.sharedStorageClass === undefined || app.volumes?.[key]?.external === true) return false;
  const users = context.volumeUsers.get(key) ?? [];
  const onEveryNode = users.some(name =>
    has(context.workloads.get(name), ({ kind }) => kind === "DaemonSet"),
  );
  return onEveryNode || isSharedVolume(context, key);
}
