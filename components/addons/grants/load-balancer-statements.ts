import type { PolicyStatement } from "../../registry/policy-statement";
import { ownedBy } from "./owned-by";

export interface LoadBalancerGrants {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;
  /** Tags of the stack, which its network carries. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The tag that the controller puts on everything it makes, with the cluster's name. */
const TAG = "elbv2.k8s.aws/cluster";

/**
 * What the AWS Load Balancer Controller may do: look, which AWS cannot limit, and make and change what carries its
 * cluster's tag. Source: AWS Load Balancer Controller 3.5, "IAM policy"; there any cluster's tag will do, and WAF,
 * Shield and Cognito are in it, which nothing here uses.
 */
export function loadBalancerStatements(grants: LoadBalancerGrants): PolicyStatement[] {
  return [...looking(), ...firewalls(grants), ...balancers(grants)];
}

function looking(): PolicyStatement[] {
  return [
    {
      Sid: "OwnServiceRole",
      Effect: "Allow",
      Action: ["iam:CreateServiceLinkedRole"],
      Resource: [
        "arn:aws:iam::*:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing",
      ],
      Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
    },
    {
      Sid: "Look",
      Effect: "Allow",
      Action: [...LOOK_AT_NETWORK, ...LOOK_AT_BALANCERS, "acm:DescribeCertificate", "acm:ListCertificates"],
      Resource: ["*"],
    },
  ];
}

const LOOK_AT_NETWORK = [
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAddresses",
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeInstances",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeRouteTables",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeTags",
  "ec2:DescribeVpcPeeringConnections",
  "ec2:DescribeVpcs",
  "ec2:GetSecurityGroupsForVpc",
];
const LOOK_AT_BALANCERS = [
  "elasticloadbalancing:DescribeCapacityReservation",
  "elasticloadbalancing:DescribeListenerAttributes",
  "elasticloadbalancing:DescribeListenerCertificates",
  "elasticloadbalancing:DescribeListeners",
  "elasticloadbalancing:DescribeLoadBalancerAttributes",
  "elasticloadbalancing:DescribeLoadBalancers",
  "elasticloadbalancing:DescribeRules",
  "elasticloadbalancing:DescribeSSLPolicies",
  "elasticloadbalancing:DescribeTags",
  "elasticloadbalancing:DescribeTargetGroupAttributes",
  "elasticloadbalancing:DescribeTargetGroups",
  "elasticloadbalancing:DescribeTargetHealth",
];

function firewalls({ clusterName, region, accountId, tags }: LoadBalancerGrants): PolicyStatement[] {
  const ec2 = `arn:aws:ec2:${region}:${accountId}`;
  const groups = [`${ec2}:security-group/*`];
  return [
    {
      Sid: "MakeFirewalls",
      Effect: "Allow",
      Action: ["ec2:CreateSecurityGroup"],
      Resource: groups,
      Condition: { StringEquals: { [`aws:RequestTag/${TAG}`]: clusterName } },
    },
    {
      Sid: "MakeFirewallsInNetwork",
      Effect: "Allow",
      Action: ["ec2:CreateSecurityGroup"],
      Resource: [`${ec2}:vpc/*`],
      Condition: ownedBy(tags, "ResourceTag"),
    },
    {
      Sid: "TagFirewallsWhenMade",
      Effect: "Allow",
      Action: ["ec2:CreateTags"],
      Resource: groups,
      Condition: {
        StringEquals: { "ec2:CreateAction": "CreateSecurityGroup", [`aws:RequestTag/${TAG}`]: clusterName },
      },
    },
    {
      Sid: "ChangeOwnFirewalls",
      Effect: "Allow",
      Action: [
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:CreateTags",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteTags",
        "ec2:RevokeSecurityGroupIngress",
      ],
      Resource: groups,
      Condition: { StringEquals: { [`aws:ResourceTag/${TAG}`]: clusterName } },
    },
    {
      // The rule that lets a load balancer in to the nodes stands in the cluster's own group, which EKS tags.
      Sid: "LetBalancersIn",
      Effect: "Allow",
      Action: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
      Resource: groups,
      Condition: { StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: "owned" } },
    },
  ];
}

function balancers({ clusterName, region, accountId }: LoadBalancerGrants): PolicyStatement[] {
  const own = (kind: string) => `arn:aws:elasticloadbalancing:${region}:${accountId}:${kind}`;
  const targets = [own("targetgroup/*/*")];
  const whole = [...targets, own("loadbalancer/net/*/*"), own("loadbalancer/app/*/*")];
  const parts = [
    "listener/net/*/*/*",
    "listener/app/*/*/*",
    "listener-rule/net/*/*/*/*",
    "listener-rule/app/*/*/*/*",
  ];
  const ofRequest = { StringEquals: { [`aws:RequestTag/${TAG}`]: clusterName } };
  const ofResource = { StringEquals: { [`aws:ResourceTag/${TAG}`]: clusterName } };
  return [
    {
      Sid: "MakeBalancers",
      Effect: "Allow",
      Action: [
        "elasticloadbalancing:AddTags",
        "elasticloadbalancing:CreateLoadBalancer",
        "elasticloadbalancing:CreateTargetGroup",
      ],
      Resource: whole,
      Condition: ofRequest,
    },
    {
      Sid: "MakeParts",
      Effect: "Allow",
      Action: [
        "elasticloadbalancing:AddTags",
        "elasticloadbalancing:CreateListener",
        "elasticloadbalancing:CreateRule",
      ],
      Resource: [...whole, ...parts.map(own)],
      Condition: ofRequest,
    },
    {
      Sid: "ChangeOwnBalancers",
      Effect: "Allow",
      Action: CHANGE,
      Resource: [...whole, ...parts.map(own)],
      Condition: ofResource,
    },
  ];
}

const CHANGE = [
  "elasticloadbalancing:AddListenerCertificates",
  "elasticloadbalancing:AddTags",
  "elasticloadbalancing:CreateListener",
  "elasticloadbalancing:CreateRule",
  "elasticloadbalancing:DeleteListener",
  "elasticloadbalancing:DeleteLoadBalancer",
  "elasticloadbalancing:DeleteRule",
  "elasticloadbalancing:DeleteTargetGroup",
  "elasticloadbalancing:DeregisterTargets",
  "elasticloadbalancing:ModifyListener",
  "elasticloadbalancing:ModifyListenerAttributes",
  "elasticloadbalancing:ModifyLoadBalancerAttributes",
  "elasticloadbalancing:ModifyRule",
  "elasticloadbalancing:ModifyTargetGroup",
  "elasticloadbalancing:ModifyTargetGroupAttributes",
  "elasticloadbalancing:RegisterTargets",
  "elasticloadbalancing:RemoveListenerCertificates",
  "elasticloadbalancing:RemoveTags",
  "elasticloadbalancing:SetIpAddressType",
  "elasticloadbalancing:SetRulePriorities",
  "elasticloadbalancing:SetSecurityGroups",
  "elasticloadbalancing:SetSubnets",
];
