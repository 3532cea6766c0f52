import { bytesQuantity } from "./quantity";
import { scratchPart } from "./scratch-part";
import type { StoragePart } from "./storage";
import { textBytes } from "./text-bytes";
import type { Workload } from "./workload";

/** `tmpfs:` and `shm_size:` as folders in memory, which count towards the container's limit of memory. */
export function tmpfsParts({ service }: Workload): readonly StoragePart[] {
  const folders = (service.tmpfs ?? []).map(entry => {
    const [path = "/tmp", options = ""] = entry.split(":");
    const [, size = ""] = /(?:^|,)size=([^,]*)/.exec(options) ?? [];
    const bytes = textBytes(size);
    return scratchPart(path, bytes === undefined ? true : bytesQuantity(bytes));
  });
  const shared = Number(service.shm_size ?? 0);
  return shared > 0 ? [...folders, scratchPart("/dev/shm", bytesQuantity(shared))] : folders;
}
