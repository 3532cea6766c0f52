import { compact } from "../../lib/records";
import { kubernetesName } from "./kubernetes-name";
import type { StoragePart } from "./storage";

/** An empty folder that lives as long as its pod; in memory when a size (bytes, or `true` for none) is given. */
export function scratchPart(mountPath: string, memory?: string | true): StoragePart {
  const name = kubernetesName("scratch", mountPath);
  const sizeLimit = typeof memory === "string" ? memory : undefined;
  return {
    volume: { name, emptyDir: memory === undefined ? {} : compact({ medium: "Memory", sizeLimit }) },
    mount: { name, mountPath },
  };
}
