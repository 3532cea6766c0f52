import { read, recordAt } from "./read";
import type { Resources } from "./workload";

const SCRATCH = "ephemeral-storage";

/** Requests and limits of a container of a pod. */
export function podResources(of: unknown): Resources {
  return {
    get hasMemoryLimit() {
      return read(of, "resources.limits.memory") !== undefined;
    },
    get hasCpuLimit() {
      return read(of, "resources.limits.cpu") !== undefined;
    },
    get notRequested() {
      return ["cpu", "memory"].filter(what => read(of, `resources.requests.${what}`) === undefined);
    },
    get hasScratchLimit() {
      return ["requests", "limits"].every(
        key => (recordAt(of, `resources.${key}`)[SCRATCH] ?? undefined) !== undefined,
      );
    },
  };
}
