import type { Taint } from "./capacity";

/** A node as Cluster Autoscaler must imagine it while its group has none. */
export interface NodeMarks {
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** Beside processors and memory, which it knows from the instance type, e.g. `ephemeral-storage`. */
  readonly resources: Readonly<Record<string, string>>;
}

const PREFIX = "k8s.io/cluster-autoscaler/node-template";

/** The tags of an Auto Scaling group that tell it. Source: Cluster Autoscaler, "Auto-discovery setup" of its AWS provider. */
export function templateTags({ labels, taints, resources }: NodeMarks): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...Object.entries(labels).map(([key, value]) => [`${PREFIX}/label/${key}`, value]),
    ...taints.map(({ key, value, effect }) => [`${PREFIX}/taint/${key}`, `${value}:${effect}`]),
    ...Object.entries(resources).map(([key, value]) => [`${PREFIX}/resources/${key}`, value]),
  ]);
}
