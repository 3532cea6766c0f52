import type { PolicyStatement } from "../../registry/registry";

export interface AutoscalerGrants {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;
}

/** The tag by which Cluster Autoscaler knows a cluster's groups; EKS puts it on those of its node groups. */
export function autoscalerTag(clusterName: string): string {
  return `k8s.io/cluster-autoscaler/${clusterName}`;
}

/**
 * What Cluster Autoscaler may do: look, which AWS cannot limit to some resources, and set the size of groups that
 * carry the cluster's tag. Source: Cluster Autoscaler, "AWS" in its cloud provider documentation.
 */
export function autoscalerStatements({
  clusterName,
  region,
  accountId,
}: AutoscalerGrants): PolicyStatement[] {
  return [
    {
      Sid: "Look",
      Effect: "Allow",
      Action: [
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeTags",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:GetInstanceTypesFromInstanceRequirements",
      ],
      Resource: ["*"],
    },
    {
      Sid: "LookAtNodeGroups",
      Effect: "Allow",
      Action: ["eks:DescribeNodegroup"],
      Resource: [`arn:aws:eks:${region}:${accountId}:nodegroup/${clusterName}/*`],
    },
    {
      Sid: "ScaleOwnGroups",
      Effect: "Allow",
      Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      Resource: [`arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:*:autoScalingGroupName/*`],
      Condition: { StringEquals: { [`aws:ResourceTag/${autoscalerTag(clusterName)}`]: "owned" } },
    },
  ];
}
