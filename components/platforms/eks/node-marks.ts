import type { KarpenterPool, NodeGroupPool } from "../../settings/eks-pool";
import { poolLabels, poolTaints, type Taint } from "../pools/capacity";
import { hasGpus } from "./node-image";

type NodePool = NodeGroupPool | KarpenterPool;

/** Resource of NVIDIA's device plugin; as a taint it keeps pods without a GPU off dear nodes. */
export const GPU_RESOURCE = "nvidia.com/gpu";
/** By this label the device plugin finds its nodes. Bottlerocket's image has a device plugin of its own. */
const PLUGIN_LABEL = { "nvidia.com/gpu.present": "true" };
/** By this one Cluster Autoscaler waits for the GPUs of a new node before it asks for another. */
const GPU_LABEL = { "k8s.amazonaws.com/accelerator": "nvidia" };

/** The labels of a pool's nodes. */
export function eksLabels(pool: NodePool): Readonly<Record<string, string>> {
  return {
    ...poolLabels(pool),
    ...(hasGpus(pool) ? GPU_LABEL : {}),
    ...(needsDevicePlugin(pool) ? PLUGIN_LABEL : {}),
  };
}

/**
 * The taints of a pool's nodes. Pods that ask for a GPU tolerate the GPU's by themselves: the admission plugin
 * ExtendedResourceToleration is on in EKS.
 */
export function eksTaints(pool: NodePool, pools: readonly NodePool[]): readonly Taint[] {
  const taints = poolTaints(pool, pools);
  const isGiven = taints.some(({ key }) => key === GPU_RESOURCE);
  if (!hasGpus(pool) || isGiven) return taints;
  return [...taints, { key: GPU_RESOURCE, value: "present", effect: "NoSchedule" }];
}

/** Whether the GPUs of a pool are handed to pods by a device plugin that has to be installed. */
export function needsDevicePlugin(pool: NodePool): boolean {
  return hasGpus(pool) && pool.image === "al2023";
}
