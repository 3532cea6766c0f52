import { resourcesOf } from "../../shared/sizes";
import type { ServiceContext } from "./context";

const MIB = 1024 * 1024;

/**
 * CPU, memory and process limits, which every container has, and reserved devices. Beside these the memory stands
 * once more, since Compose takes a reservation without it for another amount than `mem_reservation`.
 */
export function planLimits({ service }: ServiceContext): Readonly<Record<string, unknown>> {
  const { requests, limits, memoryStated } = resourcesOf(service);
  const devices = service.deploy?.resources?.reservations?.devices;
  return {
    ...cpuLimit(limits.cpus),
    mem_limit: memory(limits.memoryBytes),
    mem_reservation: memory(requests.memoryBytes),
    ...(memoryStated && service.memswap_limit !== undefined && { memswap_limit: service.memswap_limit }),
    pids_limit: limits.pids,
    ...(devices !== undefined && {
      deploy: { resources: { reservations: { memory: memory(requests.memoryBytes), devices } } },
    }),
  };
}

/** Docker refuses `cpus` above what the machine has; a quota above it is no limit, and no error. */
function cpuLimit(cpus: number): Readonly<Record<string, unknown>> {
  return cpus <= 1 ? { cpus } : { cpu_period: 100_000, cpu_quota: Math.round(cpus * 100_000) };
}

function memory(bytes: number): string {
  return bytes % MIB === 0 ? `${bytes / MIB}m` : `${Math.round(bytes)}b`;
}
