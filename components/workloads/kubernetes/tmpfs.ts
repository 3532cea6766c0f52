import { bytesQuantity } from "./quantity";
import { scratchPart } from "./scratch-part";
import type { StoragePart } from "./storage";
import type { Workload } from "./workload";

const UNITS: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `tmpfs:` and `shm_size:` as folders in memory, which count towards the container's limit of memory. */
export function tmpfsParts({ service }: Workload): readonly StoragePart[] {
  const folders = (service.tmpfs ?? []).map(entry => {
    const [path = "/tmp", options = ""] = entry.split(":");
    const [, amount, unit = ""] = /(?:^|,)size=(\d+)([bkmg]?)/i.exec(options) ?? [];
    if (amount === undefined) return scratchPart(path, true);
    return scratchPart(path, bytesQuantity(Number(amount) * (UNITS[unit.toLowerCase()] ?? 1)));
  });
  const shared = Number(service.shm_size ?? 0);
  return shared > 0 ? [...folders, scratchPart("/dev/shm", bytesQuantity(shared))] : folders;
}
