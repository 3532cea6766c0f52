/** What one container may use: CPU in millicores, memory and local disk in MiB, each as [request, limit]. */
export interface ContainerUse {
  readonly cpu: readonly [number, number];
  readonly memory: readonly [number, number];
  /** Default [16, 256]. */
  readonly disk?: readonly [number, number];
}

/** The `resources` of a container in a chart's values. */
export function resources({ cpu, memory, disk = [16, 256] }: ContainerUse) {
  const amounts = (which: 0 | 1) => ({
    cpu: `${cpu[which]}m`,
    memory: `${memory[which]}Mi`,
    "ephemeral-storage": `${disk[which]}Mi`,
  });
  return { requests: amounts(0), limits: amounts(1) };
}
