import { sortedEntries } from "../../../lib/records";
import { vcpusOf } from "../../../lib/vcpus";
import type { KarpenterPool, NodeGroupPool } from "../../../settings/eks-pool";
import { poolArchitecture } from "../../pools/capacity";
import { eksLabels, eksTaints } from "../node-marks";

/** Spot is tried before on demand unless a pool says otherwise. */
const WEIGHTS = { spot: 60, "on-demand": 40 } as const;
/** A pod that does not leave in this time is taken away, so that an update or a destroy ends. */
const DRAIN = "30m";

/** `spec` of the NodePool of a pool; `pools` are all of the cluster's. */
export function nodePoolSpec(pool: KarpenterPool, pools: readonly (KarpenterPool | NodeGroupPool)[]) {
  return {
    weight: pool.weight ?? WEIGHTS[pool.capacity],
    limits: { cpu: String(processorLimit(pool)) },
    disruption: { consolidationPolicy: "WhenEmptyOrUnderutilized", consolidateAfter: "1m" },
    template: {
      metadata: { labels: Object.fromEntries(sortedEntries(eksLabels(pool))) },
      spec: {
        nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: pool.name },
        requirements: requirements(pool),
        taints: eksTaints(pool, pools).map(({ key, value, effect }) => ({ key, value, effect })),
        expireAfter: "720h",
        terminationGracePeriod: DRAIN,
      },
    },
  };
}

/** `max` nodes of the largest type. */
export function processorLimit({ instanceTypes, max }: KarpenterPool): number {
  return max * Math.max(...instanceTypes.map(type => vcpusOf(type) ?? 0));
}

function requirements(pool: KarpenterPool) {
  const among = (key: string, values: readonly string[]) => ({ key, operator: "In", values: [...values] });
  return [
    among("karpenter.sh/capacity-type", [pool.capacity]),
    among("kubernetes.io/arch", [poolArchitecture(pool)]),
    among("kubernetes.io/os", ["linux"]),
    among("node.kubernetes.io/instance-type", pool.instanceTypes),
  ];
}
