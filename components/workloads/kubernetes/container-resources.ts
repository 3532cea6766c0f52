import type { DeviceRequest } from "../../app/model/deploy";
import type { Service } from "../../app/model/service";
import type { Reporter } from "../shared/reporter";
import { resourcesOf } from "../shared/sizes";
import type { Fields } from "./fields";
import { bytesQuantity, cpuQuantity } from "./quantity";
import type { Workload } from "./workload";

/** Of a container's own files, logs and scratch folders together; over it the pod is evicted. */
const EPHEMERAL_STORAGE = { request: "128Mi", limit: "4Gi" };

/** Requests and limits of a service's container, GPUs included. */
export function containerResources({ service }: Workload): Fields {
  const { requests, limits } = resourcesOf(service);
  const gpus = gpuCount(service);
  return {
    requests: {
      cpu: cpuQuantity(requests.cpus),
      memory: bytesQuantity(requests.memoryBytes),
      "ephemeral-storage": EPHEMERAL_STORAGE.request,
    },
    limits: {
      cpu: cpuQuantity(limits.cpus),
      memory: bytesQuantity(limits.memoryBytes),
      "ephemeral-storage": EPHEMERAL_STORAGE.limit,
      ...(gpus > 0 && { "nvidia.com/gpu": String(gpus) }),
    },
  };
}

/** Refuses devices that are no GPUs: a pod asks for others by its device plugin's own resource. */
export function refuseUnknownDevices({ name, service }: Workload, reporter: Reporter): void {
  const reserved = service.deploy?.resources?.reservations?.devices ?? [];
  for (const [index, device] of reserved.entries()) {
    if (isGpu(device)) continue;
    const path = ["services", name, "deploy", "resources", "reservations", "devices", index];
    const key = "services.*.deploy.resources.reservations.devices";
    reporter.refuse(key, path, "not a GPU", "write capabilities: [gpu], or leave the device out on clusters");
  }
}

function gpuCount(service: Service): number {
  const asked = [
    ...(service.gpus ?? []),
    ...(service.deploy?.resources?.reservations?.devices ?? []).filter(isGpu),
  ];
  return asked.reduce((sum, { count, device_ids }) => sum + Math.max(1, device_ids?.length ?? count ?? 1), 0);
}

function isGpu({ capabilities = [], driver }: DeviceRequest): boolean {
  return driver === "nvidia" || capabilities.includes("gpu");
}
