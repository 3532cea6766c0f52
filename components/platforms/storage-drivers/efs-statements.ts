import type { PolicyStatement } from "../../registry/policy-statement";
import { allow } from "../allow";
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
  const own = ownTags("ResourceTag", grants);
  const made = { [`aws:ResourceTag/${TAG}`]: "true" };
  const making = { "elasticfilesystem:CreateAction": "CreateAccessPoint", ...requested };
  const [fileSystems, accessPoints] = [[arn("file-system")], [arn("access-point")]];
  return [
    allow("LookAtFiles", LOOK, ["*"]),
    allow("LookAtOwnAddresses", ["elasticfilesystem:DescribeMountTargets"], fileSystems, {
      StringEquals: own,
    }),
    allow("MakeAccessPoints", ["elasticfilesystem:CreateAccessPoint"], fileSystems, {
      StringEquals: { ...own, ...requested },
    }),
    allow("TagNewAccessPoints", ["elasticfilesystem:TagResource"], accessPoints, { StringEquals: making }),
    allow("DeleteAccessPoints", ["elasticfilesystem:DeleteAccessPoint"], accessPoints, {
      StringEquals: made,
    }),
  ];
}

const LOOK = [
  "ec2:DescribeAvailabilityZones",
  "elasticfilesystem:DescribeAccessPoints",
  "elasticfilesystem:DescribeFileSystems",
];
