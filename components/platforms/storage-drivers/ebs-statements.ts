import type { PolicyStatement } from "../../registry/policy-statement";
import { allow } from "../allow";
import { type DriverGrants, ownTags } from "./driver-grants";

/** The driver's own tag on what it makes. */
const MADE = { "aws:ResourceTag/ebs.csi.aws.com/cluster": "true" };

/**
 * What the EBS driver may do: look, which AWS cannot limit to some resources; make disks and snapshots with the stack's
 * tags, which the driver is told to put on them; attach, change and copy what carries these tags, and delete of it
 * what the driver made. A new disk may begin with a snapshot of another stack of the project, so that an app can
 * move. No key of KMS: the disks have the account's own for EBS, which needs no grant. Source: aws-ebs-csi-driver,
 * "example-iam-policy.json" in its documentation, without fast restores and clones.
 */
export function ebsDriverStatements(grants: DriverGrants): PolicyStatement[] {
  const { project, region, accountId } = grants;
  const volumes = [`arn:aws:ec2:${region}:${accountId}:volume/*`];
  const instances = [`arn:aws:ec2:${region}:${accountId}:instance/*`];
  // Snapshots have no account in their names.
  const snapshots = [`arn:aws:ec2:${region}::snapshot/*`];
  const own = { StringEquals: ownTags("ResourceTag", grants) };
  const tagged = { StringEquals: ownTags("RequestTag", grants) };
  const made = { StringEquals: { ...ownTags("ResourceTag", grants), ...MADE } };
  const ofProject = { StringEquals: { "aws:ResourceTag/towpath:project": project } };
  const madeBy = { StringEquals: { "ec2:CreateAction": ["CreateVolume", "CreateSnapshot"] } };
  return [
    allow("LookAtDisks", LOOK, ["*"]),
    allow("AttachOwnDisks", ["ec2:AttachVolume", "ec2:DetachVolume"], [...volumes, ...instances], own),
    allow("ChangeOwnDisks", ["ec2:ModifyVolume"], volumes, own),
    allow("MakeTaggedDisks", ["ec2:CreateVolume"], volumes, tagged),
    allow("BeginWithSnapshots", ["ec2:CreateVolume"], snapshots, ofProject),
    allow("CopyOwnDisks", ["ec2:CreateSnapshot"], volumes, own),
    allow("MakeTaggedSnapshots", ["ec2:CreateSnapshot"], snapshots, tagged),
    allow("TagWhatIsMade", ["ec2:CreateTags"], [...volumes, ...snapshots], madeBy),
    allow("DeleteMadeDisks", ["ec2:DeleteVolume"], volumes, made),
    allow("DeleteMadeSnapshots", ["ec2:DeleteSnapshot"], snapshots, made),
  ];
}

const LOOK = [
  "ec2:DescribeAvailabilityZones",
  "ec2:DescribeInstances",
  "ec2:DescribeSnapshots",
  "ec2:DescribeTags",
  "ec2:DescribeVolumeStatus",
  "ec2:DescribeVolumes",
  "ec2:DescribeVolumesModifications",
];
