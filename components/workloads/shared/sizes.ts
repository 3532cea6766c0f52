import type { Size } from "../../app/extension";
import { extensionOf } from "../../app/extension-of";
import type { Service } from "../../app/model/service";

const MIB = 1024 * 1024;

/** An amount of CPU and memory. */
export interface Amount {
  /** Cores. */
  readonly cpus: number;
  readonly memoryBytes: number;
}

/** What a size requests; its limits are the double. Five `small` services fit a machine of 2 vCPU and 2 GiB. */
export const SIZE_REQUESTS: Readonly<Record<Size, Amount>> = {
  nano: { cpus: 0.05, memoryBytes: 64 * MIB },
  small: { cpus: 0.25, memoryBytes: 256 * MIB },
  medium: { cpus: 0.5, memoryBytes: 512 * MIB },
  large: { cpus: 1, memoryBytes: 1024 * MIB },
  xlarge: { cpus: 2, memoryBytes: 2048 * MIB },
};

/** Processes and threads in one container, for a service that states no limit. */
export const DEFAULT_PIDS_LIMIT = 512;

/** What a service is given: its own words where it has some, its size's for the rest. */
export interface Resources {
  readonly requests: Amount;
  readonly limits: Amount & { readonly pids: number };
  /** Whether the file itself limits the memory. */
  readonly memoryStated: boolean;
}

/** Merges `deploy.resources`, the older service keys and `x-towpath.size`; `deploy` wins, as in Compose. */
export function resourcesOf(service: Service): Resources {
  const size = SIZE_REQUESTS[extensionOf(service).size ?? "small"];
  const { limits, reservations } = service.deploy?.resources ?? {};
  const memory = share(
    size.memoryBytes,
    bytes(limits?.memory) ?? bytes(service.mem_limit),
    bytes(reservations?.memory) ?? bytes(service.mem_reservation),
  );
  const cpus = share(size.cpus, limits?.cpus ?? cpuLimit(service), positive(reservations?.cpus));
  const pids = positive(limits?.pids) ?? positive(service.pids_limit) ?? DEFAULT_PIDS_LIMIT;
  return {
    requests: { cpus: cpus.request, memoryBytes: memory.request },
    limits: { cpus: cpus.limit, memoryBytes: memory.limit, pids },
    memoryStated: (bytes(limits?.memory) ?? bytes(service.mem_limit)) !== undefined,
  };
}

/** A limit without a request requests no more than the size does; a request without a limit may double. */
function share(size: number, limit: number | undefined, request: number | undefined) {
  const most = limit ?? 2 * (request ?? size);
  return { request: Math.min(request ?? size, most), limit: most };
}

function cpuLimit(service: Service): number | undefined {
  if (positive(service.cpus) !== undefined) return service.cpus;
  const quota = positive(service.cpu_quota);
  return quota === undefined ? undefined : quota / (positive(service.cpu_period) ?? 100_000);
}

/** Compose writes 0 or -1 for "no limit", which here means the size's. */
function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

function bytes(value: string | undefined): number | undefined {
  return positive(value === undefined ? undefined : Number(value));
}
