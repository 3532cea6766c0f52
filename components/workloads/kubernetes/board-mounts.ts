import { boardsFor } from "./boards";
import type { ClassifiedMount } from "./classified-mount";
import { isPrivateEcr } from "./image-name";
import type { PlanContext, Workload } from "./workload";

const KEY = "services.*.volumes";
const DISK =
  "mount a folder of the board by its path, with host-paths in x-towpath.allow, or a claim that is there, with external: true";

/** Refuses volumes that no board can mount: disks in AWS, and claims that somebody elsewhere needs too. */
export function refuseBoardMounts(context: PlanContext, workload: Workload): void {
  for (const { index, is } of workload.mounts) {
    const path = ["services", workload.name, "volumes", index];
    const wrong = whyNot(context, workload, is);
    if (wrong !== undefined) context.reporter.refuse(KEY, path, wrong, DISK);
    if (is.kind !== "image" || !isPrivateEcr(is.image)) continue;
    const instead = "mount an image of a registry that the board may pull from";
    context.reporter.refuse(
      KEY,
      path,
      "a board has no identity in AWS to pull an image of ECR with",
      instead,
    );
  }
}

function whyNot(context: PlanContext, workload: Workload, is: ClassifiedMount["is"]): string | undefined {
  if (is.kind === "host-data") return `${is.key} would be a disk in AWS, which no board can mount`;
  if (is.kind !== "volume") return undefined;
  if (context.app.volumes?.[is.key]?.external !== true)
    return `the volume ${is.key} is a disk in AWS, which no board can mount`;
  const apart = (context.volumeUsers.get(is.key) ?? []).filter(user => !meet(context, workload, user));
  if (apart.length === 0) return undefined;
  return `the volume ${is.key} is shared with ${apart.join(" and ")}, which runs on none of the same boards`;
}

/** Whether another service may be on a board of this one. */
function meet(context: PlanContext, workload: Workload, user: string): boolean {
  const other = context.workloads.get(user);
  if (other === undefined) return true;
  const names = new Set(boardsFor(context, workload).map(({ name }) => name));
  return names.size === 0 || boardsFor(context, other).some(({ name }) => names.has(name));
}
