import type { PolicyStatement } from "../../registry/policy-statement";
import { ownedBy } from "./owned-by";

export interface SnapshotGrants {
  readonly region: string;
  readonly accountId: string;
  /** Tags of the stack, which every volume of the cluster carries and Velero copies on. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * What Velero may do with disks: copy volumes of this stack into snapshots, and make volumes of those. It tags a
 * snapshot like its volume, and a volume like its snapshot. Source: Velero plugin for AWS, "Set permissions".
 */
export function snapshotStatements({ region, accountId, tags }: SnapshotGrants): PolicyStatement[] {
  const volumes = [`arn:aws:ec2:${region}:${accountId}:volume/*`];
  const snapshots = [`arn:aws:ec2:${region}::snapshot/*`];
  const existing = ownedBy(tags, "ResourceTag");
  const made = ownedBy(tags, "RequestTag");
  const tagged = ownedBy(tags, "RequestTag", { "ec2:CreateAction": ["CreateSnapshot", "CreateVolume"] });
  const allow = (
    Sid: string,
    Action: string[],
    Resource: string[],
    Condition?: PolicyStatement["Condition"],
  ) =>
    ({ Sid, Effect: "Allow", Action, Resource, ...(Condition === undefined ? {} : { Condition }) }) as const;
  return [
    allow("LookAtDisks", ["ec2:DescribeSnapshots", "ec2:DescribeVolumes"], ["*"]),
    allow("CopyOwnVolumes", ["ec2:CreateSnapshot"], volumes, existing),
    allow("MakeSnapshots", ["ec2:CreateSnapshot"], snapshots, made),
    allow("MakeVolumes", ["ec2:CreateVolume"], volumes, made),
    allow("MakeVolumesOfOwnSnapshots", ["ec2:CreateVolume", "ec2:DeleteSnapshot"], snapshots, existing),
    allow("TagWhatIsMade", ["ec2:CreateTags"], [...volumes, ...snapshots], tagged),
  ];
}
