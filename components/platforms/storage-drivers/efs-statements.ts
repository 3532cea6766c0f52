import type { PolicyStatement } from "../../registry/policy-statement";
import { type DriverGrants, ownTags } from "./driver-grants";

/** The driver's tag on each access point. EKS lets nobody add another to it. */
const TAG = "efs.csi.aws.com/cluster";

/**
 * What the EFS driver may do: look, make access points with its tag on the stack's own file system, and delete access
 * points with that tag. Source: aws-efs-csi-driver, "iam-policy-example.json" in its documentation, and AWS's
 * policy AmazonEFSCSIDriverPolicy.
 */
export function efsDriverStatements(grants: DriverGrants): PolicyStatement[] {
  const arn = (what: string) => `arn:aws:elasticfilesystem:${grants.region}:${grants.accountId}:${what}/*`;
  const requested = { [`aws:RequestTag/${TAG}`]: "true" };
  return [
    {
      Sid: "LookAtFiles",
      Effect: "Allow",
      Action: [
        "ec2:DescribeAvailabilityZones",
        "elasticfilesystem:DescribeAccessPoints",
        "elasticfilesystem:DescribeFileSystems",
      ],
      Resource: ["*"],
    },
    {
      Sid: "LookAtOwnAddresses",
      Effect: "Allow",
      Action: ["elasticfilesystem:DescribeMountTargets"],
      Resource: [arn("file-system")],
      Condition: { StringEquals: ownTags("ResourceTag", grants) },
    },
    {
      Sid: "MakeAccessPoints",
      Effect: "Allow",
      Action: ["elasticfilesystem:CreateAccessPoint"],
      Resource: [arn("file-system")],
      Condition: { StringEquals: { ...ownTags("ResourceTag", grants), ...requested } },
    },
    {
      Sid: "TagNewAccessPoints",
      Effect: "Allow",
      Action: ["elasticfilesystem:TagResource"],
      Resource: [arn("access-point")],
      Condition: { StringEquals: { "elasticfilesystem:CreateAction": "CreateAccessPoint", ...requested } },
    },
    {
      Sid: "DeleteAccessPoints",
      Effect: "Allow",
      Action: ["elasticfilesystem:DeleteAccessPoint"],
      Resource: [arn("access-point")],
      Condition: { StringEquals: { [`aws:ResourceTag/${TAG}`]: "true" } },
    },
  ];
}
