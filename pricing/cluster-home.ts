import type { StackView } from "./stack-view";

/** What stands behind a stack's Kubernetes objects, which decides what their disks and load balancers cost. */
export type ClusterHome =
  /** EKS: a disk is an EBS volume, a load balancer an NLB. */
  | "eks"
  /** K3s on EC2: a disk is an EBS volume, a load balancer a port of the servers'. */
  | "k3s"
  /** A cluster that this stack did not make. */
  | "elsewhere";

export function clusterHome(stack: StackView): ClusterHome {
  if (stack.ofType("eks:index:Cluster", "aws:eks/cluster:Cluster").length > 0) return "eks";
  return stack.ofType("aws:ec2/instance:Instance", "aws:autoscaling/group:Group").length > 0
    ? "k3s"
    : "elsewhere";
}
