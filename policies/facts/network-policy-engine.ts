import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";
import { isOn, textAt } from "./read";

/** Charts of other engines that enforce network policies. */
const CHARTS = ["calico", "cilium", "tigera-operator"];

/** Whether the VPC CNI of an EKS cluster is told to enforce network policies, or another engine is installed. */
export function enforcesNetworkPolicies(cluster: PolicyResource, stack: Stack): boolean {
  if (isOn(cluster.props, "vpcCniOptions.enableNetworkPolicy")) return true;
  const releases = stack.ofType("kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart");
  if (releases.some(({ props }) => CHARTS.includes(textAt(props, "chart") ?? ""))) return true;
  return addonsOf(cluster, stack).some(({ props }) => {
    if (textAt(props, "addonName") !== "vpc-cni") return false;
    const settings: unknown = JSON.parse(textAt(props, "configurationValues") ?? "{}");
    return isOn(settings, "enableNetworkPolicy");
  });
}

/** The add-ons of a cluster; where a stack has one cluster, all of them are its own. */
function addonsOf(cluster: PolicyResource, stack: Stack): readonly PolicyResource[] {
  const types = ["aws:eks/addon:Addon", "eks:index:VpcCniAddon"];
  const own = stack.companions(cluster, "clusterName", types);
  if (own.length > 0) return own;
  return stack.ofType(...types).filter(({ props }) => props.clusterName === cluster.props.name);
}
