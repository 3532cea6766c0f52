import type { PolicyStatement } from "../../../registry/registry";
import { allow } from "../../allow";

export interface KarpenterGrants {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  readonly queueArn: string;
  readonly nodeRoleArn: string;
  readonly instanceProfileArn: string;
}

/**
 * What Karpenter's controller may do: start machines from this cluster's subnets, with this cluster's tag and role,
 * and end those that carry the tag. It reads what AWS cannot limit to some resources. Source: Karpenter, "CloudFormation"
 * in its reference, without what makes instance profiles, since one is given to it.
 */
export function karpenterStatements(grants: KarpenterGrants): PolicyStatement[] {
  return [
    ...machineStatements(grants),
    ...tagStatements(grants),
    ...readStatements(grants),
    ...roleStatements(grants),
  ];
}

/** Karpenter's tag on all that it makes for a cluster. */
const clusterTag = (name: string) => `kubernetes.io/cluster/${name}`;
const MADE = ["fleet", "instance", "volume", "network-interface", "launch-template"];

function machineStatements(grants: KarpenterGrants): PolicyStatement[] {
  const { clusterName, region, accountId, subnetIds, securityGroupId } = grants;
  const arn = (what: string) => `arn:aws:ec2:${region}:${accountId}:${what}`;
  const tag = clusterTag(clusterName);
  const run = ["ec2:RunInstances", "ec2:CreateFleet"];
  return [
    allow("StartFromImages", run, [`arn:aws:ec2:${region}::image/*`, `arn:aws:ec2:${region}::snapshot/*`]),
    allow("StartInOwnNetwork", run, [
      arn(`security-group/${securityGroupId}`),
      ...subnetIds.map(id => arn(`subnet/${id}`)),
    ]),
    allow("StartFromOwnTemplates", run, [arn("launch-template/*")], {
      StringEquals: { [`aws:ResourceTag/${tag}`]: "owned" },
    }),
    allow(
      "StartTagged",
      [...run, "ec2:CreateLaunchTemplate"],
      [...MADE, "spot-instances-request"].map(kind => arn(`${kind}/*`)),
      { StringEquals: { [`aws:RequestTag/${tag}`]: "owned" } },
    ),
    allow(
      "EndOwn",
      ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      [arn("instance/*"), arn("launch-template/*")],
      { StringEquals: { [`aws:ResourceTag/${tag}`]: "owned" } },
    ),
  ];
}

function tagStatements({ clusterName, region, accountId }: KarpenterGrants): PolicyStatement[] {
  const arn = (what: string) => `arn:aws:ec2:${region}:${accountId}:${what}`;
  const tag = clusterTag(clusterName);
  return [
    allow(
      "TagAtCreation",
      ["ec2:CreateTags"],
      [...MADE, "spot-instances-request"].map(kind => arn(`${kind}/*`)),
      {
        StringEquals: {
          [`aws:RequestTag/${tag}`]: "owned",
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
      },
    ),
    allow("NameOwn", ["ec2:CreateTags"], [arn("instance/*")], {
      StringEquals: { [`aws:ResourceTag/${tag}`]: "owned" },
      "ForAllValues:StringEquals": {
        "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"],
      },
    }),
  ];
}

function readStatements({ region, queueArn }: KarpenterGrants): PolicyStatement[] {
  return [
    allow(
      "Look",
      [
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeCapacityReservations",
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribePlacementGroups",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
      ],
      ["*"],
      { StringEquals: { "aws:RequestedRegion": region } },
    ),
    allow("LookUpPrices", ["pricing:GetProducts"], ["*"]),
    allow("LookUpImages", ["ssm:GetParameter"], [`arn:aws:ssm:${region}:*:parameter/aws/service/*`]),
    allow(
      "HearOfInterruptions",
      ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      [queueArn],
    ),
  ];
}

function roleStatements(grants: KarpenterGrants): PolicyStatement[] {
  const { clusterName, region, accountId, nodeRoleArn, instanceProfileArn } = grants;
  return [
    allow("PassNodeRole", ["iam:PassRole"], [nodeRoleArn], {
      StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" },
    }),
    allow("SeeOwnProfile", ["iam:GetInstanceProfile"], [instanceProfileArn]),
    // It looks for profiles that it might have made, whether or not it may make one.
    allow("ListProfiles", ["iam:ListInstanceProfiles"], ["*"]),
    allow(
      "FindCluster",
      ["eks:DescribeCluster"],
      [`arn:aws:eks:${region}:${accountId}:cluster/${clusterName}`],
    ),
  ];
}
