import { resourcesOf } from "../shared/sizes";
import { ephemeralStorage } from "./ephemeral-storage";
import type { Fields } from "./fields";
import { gpuLimits } from "./gpus";
import { bytesQuantity, cpuQuantity } from "./quantity";
import type { Workload } from "./workload";

/** Requests and limits of a service's container, GPUs included. */
export function containerResources({ service }: Workload): Fields {
  const { requests, limits } = resourcesOf(service);
  const storage = ephemeralStorage(service);
  return {
    requests: {
      cpu: cpuQuantity(requests.cpus),
      memory: bytesQuantity(requests.memoryBytes),
      "ephemeral-storage": storage.request,
    },
    limits: {
      cpu: cpuQuantity(limits.cpus),
      memory: bytesQuantity(limits.memoryBytes),
      "ephemeral-storage": storage.limit,
      ...gpuLimits(service),
    },
  };
}
