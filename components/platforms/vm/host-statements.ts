import { allow } from "../allow";
import type { Statement } from "./policy-document";

export interface HostGrants {
  /** ARN of the bucket that holds the releases. */
  readonly bucketArn: string;
  /** ARN of the SSM path that holds the app's secrets, without a slash at its end. */
  readonly secretsArn: string;
  /** ARN of the bucket that backups are copied to, where they are. */
  readonly backupsArn?: string;
  /** CloudWatch namespace of the host's own metrics, where it has them. */
  readonly metricsNamespace?: string;
  /** Customer-managed KMS key of bucket, secrets and images; absent: AWS-managed keys, which need no grant. */
  readonly keyArn?: string;
}

/** Where releases stand in the bucket, and where SSM writes what a rollout printed. */
export const RELEASES_PREFIX = "releases";
export const OUTPUT_PREFIX = "output";
/** Where backups stand in their bucket. */
export const BACKUPS_PREFIX = "backups";

/** What a host may do beside being managed by SSM: read its releases and its secrets, and write its output. */
export function hostStatements(grants: HostGrants): Statement[] {
  const { bucketArn, secretsArn, keyArn } = grants;
  const secrets = [secretsArn, `${secretsArn}/*`];
  const key: Statement = {
    Sid: "UseStackKey",
    Effect: "Allow",
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: keyArn === undefined ? [] : [keyArn],
  };
  return [
    allow("ReadReleases", ["s3:GetObject"], [`${bucketArn}/${RELEASES_PREFIX}/*`]),
    {
      ...allow("FindReleases", ["s3:ListBucket"], [bucketArn]),
      Condition: { StringLike: { "s3:prefix": [`${RELEASES_PREFIX}/*`] } },
    },
    allow("WriteOutput", ["s3:PutObject", "s3:PutObjectAcl"], [`${bucketArn}/${OUTPUT_PREFIX}/*`]),
    allow("SeeEncryption", ["s3:GetEncryptionConfiguration"], [bucketArn]),
    allow("ReadSecrets", ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"], secrets),
    // AmazonSSMManagedInstanceCore lets an instance read every parameter of the account.
    { Sid: "NoOtherSecrets", Effect: "Deny", Action: READ_PARAMETERS, NotResource: secrets },
    ...backupStatements(grants),
    ...metricsStatements(grants),
    ...(keyArn === undefined ? [] : [key]),
  ];
}

/** A host adds backups and reads them; it deletes none, so that whoever takes the host over cannot either. */
function backupStatements({ backupsArn }: HostGrants): Statement[] {
  if (backupsArn === undefined) return [];
  return [
    allow("CopyBackups", ["s3:PutObject", "s3:GetObject"], [`${backupsArn}/${BACKUPS_PREFIX}/*`]),
    {
      ...allow("FindBackups", ["s3:ListBucket"], [backupsArn]),
      Condition: { StringLike: { "s3:prefix": [`${BACKUPS_PREFIX}/*`] } },
    },
  ];
}

/** CloudWatch knows no resource here; the namespace is the limit. */
function metricsStatements({ metricsNamespace }: HostGrants): Statement[] {
  if (metricsNamespace === undefined) return [];
  return [
    {
      ...allow("PutMetrics", ["cloudwatch:PutMetricData"], ["*"]),
      Condition: { StringEquals: { "cloudwatch:namespace": metricsNamespace } },
    },
  ];
}

const READ_PARAMETERS = [
  "ssm:GetParameter",
  "ssm:GetParameterHistory",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
];
