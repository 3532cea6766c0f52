import type { Fields } from "./fields";
import { fileParts } from "./file-parts";
import { mountParts } from "./mount-parts";
import { scratchPart } from "./scratch-part";
import type { StoragePart } from "./storage";
import { tmpfsParts } from "./tmpfs";
import type { PlanContext, Workload } from "./workload";

/** Everything that a service's pod mounts, with the manifests behind it. */
export interface PodStorage {
  readonly parts: readonly StoragePart[];
  readonly volumes: readonly Fields[];
  /** In the order of their paths, so that a folder comes before what lies in it. */
  readonly mounts: readonly Fields[];
}

/** Plans and reports the mounts of a service. Refuses two mounts at one path. */
export function podStorage(context: PlanContext, workload: Workload): PodStorage {
  const asked = [
    ...workload.mounts.flatMap(entry => mountParts(context, workload, entry)),
    ...fileParts(context, workload),
    ...tmpfsParts(workload),
  ];
  const parts = [...asked, ...scratchParts(workload, asked)];
  const volumes = new Map(parts.flatMap(({ volume }) => (volume ? [[volume.name, volume] as const] : [])));
  const mounts = new Map(parts.map(({ mount }) => [mount.mountPath, mount] as const));
  if (mounts.size < parts.length) {
    const path = ["services", workload.name, "volumes"];
    context.reporter.refuse("services.*.volumes", path, "two mounts at one path", "keep one of them");
  }
  const sorted = [...mounts.values()].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1));
  return { parts, volumes: [...volumes.values()], mounts: sorted };
}

/** Folders that a program with a read-only root file system still writes to. */
function scratchParts(workload: Workload, asked: readonly StoragePart[]): readonly StoragePart[] {
  if (!workload.readOnlyRoot) return [];
  const taken = new Set(asked.map(({ mount }) => mount.mountPath.replace(/(.)\/$/, "$1")));
  const folders = workload.known?.scratch ?? ["/tmp"];
  return folders.filter(folder => !taken.has(folder)).map(folder => scratchPart(folder));
}
