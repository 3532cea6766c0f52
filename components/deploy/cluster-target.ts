import type { ClusterSettings } from "../settings/cluster";
import type { PlannedKubernetes } from "./kubernetes-workload";
import type { StackContext, StackOutputs } from "./stack-context";
export function clusterTarget(_s: ClusterSettings, _p: PlannedKubernetes, _c: StackContext): StackOutputs { throw new Error("in work"); }
