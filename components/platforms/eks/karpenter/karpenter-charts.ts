import type { Chart, Values } from "../../../addons/addon";
import { resources } from "../../../addons/resources";

/** Service account of the controller in `kube-system`, to which a role is given. */
export const KARPENTER_ACCOUNT = "karpenter";

/** The definitions have a chart of their own, since Helm does not update those that a chart brings along. */
export const KARPENTER_CRDS: Chart = {
  name: "karpenter-crd",
  repository: "oci://public.ecr.aws/karpenter/karpenter-crd",
  version: "1.14.1",
};
export const KARPENTER: Chart = {
  name: "karpenter",
  repository: "oci://public.ecr.aws/karpenter/karpenter",
  version: "1.14.1",
};

export interface KarpenterNeeds {
  readonly clusterName: string;
  /** Name of the queue that tells of interruptions. */
  readonly queueName: string;
  /** On-demand nodes of managed groups that are always there; Karpenter runs on no node of its own. */
  readonly floor: number;
}

/** Values of the controller's chart. Two replicas stand on two nodes, so the second wants a second node. */
export function karpenterValues({ clusterName, queueName, floor }: KarpenterNeeds): Values {
  return {
    replicas: floor > 1 ? 2 : 1,
    serviceAccount: { name: KARPENTER_ACCOUNT },
    settings: { clusterName, interruptionQueue: queueName },
    // Without a disruption budget of its own a single replica could never leave its node.
    podDisruptionBudget: { maxUnavailable: 1 },
    controller: { resources: resources({ cpu: [100, 1000], memory: [256, 1024] }) },
  };
}
