/** Burstable Graviton machines, by memory in GiB: what a stack of towpath grows along. Source: AWS EC2 instance types. */
const MACHINES = [
  { type: "t4g.small", memoryGb: 2 },
  { type: "t4g.medium", memoryGb: 4 },
  { type: "t4g.large", memoryGb: 8 },
  { type: "t4g.xlarge", memoryGb: 16 },
  { type: "t4g.2xlarge", memoryGb: 32 },
] as const;
/** The machine whose price stands for that of memory anywhere. */
export const MEMORY_MACHINE = MACHINES[2];

/** What the system, Docker or the kubelet keep for themselves, GiB. */
const SYSTEM_GB = 0.5;
/** A cluster spreads over more machines rather than over larger ones, up to so many. */
const MOST_NODES = 4;

export interface Machines {
  readonly type: string;
  readonly count: number;
}

/** The smallest machine that carries so much memory; the largest when none does. */
export function oneMachine(memoryGb: number): Machines {
  const fits = MACHINES.find(machine => machine.memoryGb - SYSTEM_GB >= memoryGb);
  return { type: (fits ?? MACHINES[MACHINES.length - 1] ?? MEMORY_MACHINE).type, count: 1 };
}

/** As many alike machines as carry so much memory, `least` of them or more, `smallest` GiB each or more. */
export function severalMachines(memoryGb: number, least: number, smallest: number): Machines {
  const candidates = MACHINES.filter(machine => machine.memoryGb >= smallest);
  const counted = candidates.map(({ type, memoryGb: each }) => ({
    type,
    count: Math.max(least, Math.ceil(memoryGb / (each - SYSTEM_GB))),
  }));
  return (
    counted.find(({ count }) => count <= Math.max(MOST_NODES, least)) ??
    counted.at(-1) ??
    oneMachine(memoryGb)
  );
}
