import type { DeviceRequest } from "../../app/model/deploy";
import type { Service } from "../../app/model/service";
import type { Reporter, ReportKey } from "../shared/reporter";
import type { Fields } from "./fields";
import type { Workload } from "./workload";

/** The resource by which a device plugin gives out a driver's GPUs, and the taint of nodes kept for them. */
const RESOURCES: Readonly<Record<string, string>> = { nvidia: "nvidia.com/gpu", amd: "amd.com/gpu" };

const KEYS = {
  gpus: ["gpus"],
  devices: ["deploy", "resources", "reservations", "devices"],
} as const;

/** Limits by GPU resource, from `gpus` and `deploy.resources.reservations.devices`. */
export function gpuLimits(service: Service): Readonly<Record<string, string>> {
  const counts = new Map<string, number>();
  for (const { resource, count } of asked(service)) counts.set(resource, (counts.get(resource) ?? 0) + count);
  return Object.fromEntries([...counts].map(([resource, count]) => [resource, String(count)]));
}

/** Lets pods onto nodes that are kept for those who ask for their GPUs. */
export function gpuTolerations(service: Service): readonly Fields[] {
  return Object.keys(gpuLimits(service)).map(key => ({ key, operator: "Exists", effect: "NoSchedule" }));
}

/** Refuses what is no GPU, and drivers that no device plugin is known for. */
export function refuseUnknownDevices({ name, service }: Workload, reporter: Reporter): void {
  for (const key of ["gpus", "devices"] as const) {
    const path = ["services", name, ...KEYS[key]];
    const reportKey: ReportKey = `services.*.${KEYS[key].join(".")}` as ReportKey;
    for (const [index, device] of requests(service, key).entries()) {
      const wrong = whyNot(key, device);
      if (wrong === undefined) continue;
      const instead = "write capabilities: [gpu] and the driver nvidia or amd, or leave it out on clusters";
      reporter.refuse(reportKey, [...path, index], wrong, instead);
    }
  }
}

function asked(service: Service): readonly { readonly resource: string; readonly count: number }[] {
  return (["gpus", "devices"] as const).flatMap(key =>
    requests(service, key).flatMap(device => {
      const resource = RESOURCES[device.driver ?? "nvidia"];
      if (resource === undefined || whyNot(key, device) !== undefined) return [];
      return [{ resource, count: Math.max(1, device.device_ids?.length ?? device.count ?? 1) }];
    }),
  );
}

function requests(service: Service, key: keyof typeof KEYS): readonly DeviceRequest[] {
  return (key === "gpus" ? service.gpus : service.deploy?.resources?.reservations?.devices) ?? [];
}

/** Whatever stands under `gpus` is a GPU; a reserved device has to say so. */
function whyNot(key: keyof typeof KEYS, { driver, capabilities = [] }: DeviceRequest): string | undefined {
  if (driver !== undefined && !Object.hasOwn(RESOURCES, driver))
    return `no cluster gives out GPUs of the driver ${driver}`;
  const gpu = key === "gpus" || driver !== undefined || capabilities.includes("gpu");
  return gpu ? undefined : "not a GPU";
}
