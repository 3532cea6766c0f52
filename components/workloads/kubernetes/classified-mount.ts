import type { Loaded } from "../../app/load/loaded";
import type { Mount } from "../../app/model/mount";
import type { Service } from "../../app/model/service";
import { classifyMount, type MountClass } from "../shared/classify-mount";

/** One entry of `services.*.volumes` and what it means. */
export interface ClassifiedMount {
  readonly mount: Mount;
  /** Its place in the list, for the report. */
  readonly index: number;
  readonly is: MountClass;
}

/** Every mount of a service, classified. */
export function classifiedMounts(loaded: Loaded, name: string, service: Service): readonly ClassifiedMount[] {
  return (service.volumes ?? []).map((mount, index) => ({
    mount,
    index,
    is: classifyMount(loaded, name, mount),
  }));
}

/** The keys of the volumes that a service mounts, in order, each once. */
export function volumeKeys(mounts: readonly ClassifiedMount[]): readonly string[] {
  const keys = mounts.flatMap(({ is }) => (is.kind === "volume" || is.kind === "host-data" ? [is.key] : []));
  return [...new Set(keys)];
}
