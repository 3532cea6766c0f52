const UNITS = [
  ["Gi", 1024 ** 3],
  ["Mi", 1024 ** 2],
  ["Ki", 1024],
] as const;

/** Bytes as a Kubernetes quantity in the largest unit that leaves a whole number, e.g. `256Mi`. */
export function bytesQuantity(bytes: number): string {
  const unit = UNITS.find(([, size]) => bytes >= size && bytes % size === 0);
  return unit === undefined ? String(Math.round(bytes)) : `${bytes / unit[1]}${unit[0]}`;
}

/** Cores as a Kubernetes quantity, e.g. `250m` or `2`. */
export function cpuQuantity(cores: number): string {
  return Number.isInteger(cores) ? String(cores) : `${Math.max(1, Math.round(cores * 1000))}m`;
}
