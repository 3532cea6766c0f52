import { randomBytes } from "node:crypto";
import { at, type Properties } from "./plain";

/**
 * The ids of what is a setting of something else, as the provider makes them: to create one a second time is to set
 * it again. Source: each type's "Import" in the AWS provider's documentation, and `Put…` and `Attach…` of the APIs.
 */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": ["repository"],
  "aws:iam/rolePolicy:RolePolicy": ["role", "name"],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ["role", "policyArn"],
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": ["bucket"],
  "aws:s3/bucketObjectv2:BucketObjectv2": ["bucket", "key"],
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ["bucket"],
  "aws:s3/bucketPolicy:BucketPolicy": ["bucket"],
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": ["bucket"],
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": ["bucket"],
  "aws:s3/bucketVersioning:BucketVersioning": ["bucket"],
  "docker-build:index:Image": ["tags"],
};

/** The id of a setting, or undefined for what is a thing of its own. */
export function settingId(type: string, inputs: Properties): string | undefined {
  if (type === "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")
    return `default of ${at(inputs, "vpcId")}`;
  const paths = SETTINGS[type];
  const separator = type === "aws:iam/rolePolicy:RolePolicy" ? ":" : "/";
  return paths?.map(path => String(at(inputs, path))).join(separator);
}

/** Types that are imported by something else than their id: the inputs that make it, and what stands between. */
const IMPORTED: Readonly<Record<string, readonly [separator: string, ...paths: readonly string[]]>> = {
  "aws:ec2/route:Route": ["_", "routeTableId", "destinationCidrBlock"],
  "aws:ec2/routeTableAssociation:RouteTableAssociation": ["/", "subnetId", "routeTableId"],
  "aws:ec2/volumeAttachment:VolumeAttachment": [":", "deviceName", "volumeId", "instanceId"],
};

/** What a resource is imported by where that is not its id. */
export function importId(type: string, inputs: Properties): string | undefined {
  const [separator, ...paths] = IMPORTED[type] ?? [];
  return separator === undefined ? undefined : paths.map(path => String(at(inputs, path))).join(separator);
}

/** Types that the AWS provider names itself, at random, when the program does not. */
const NAMED: readonly string[] = [
  "aws:iam/instanceProfile:InstanceProfile",
  "aws:iam/role:Role",
  "aws:iam/rolePolicy:RolePolicy",
];

/** The inputs with a name, the old one where there is one. */
export function autonamed(type: string, news: Properties, olds: Properties, name: string): Properties {
  if (!NAMED.includes(type) || news.name !== undefined) return news;
  return { ...news, name: at(olds, "name") ?? `${name}-${randomHex(7)}` };
}

/** The name that AWS makes of a bucket's prefix, which is the bucket's id. */
export function prefixedId(type: string, inputs: Properties): string | undefined {
  const prefix = type === "aws:s3/bucket:Bucket" ? at(inputs, "bucketPrefix") : undefined;
  return typeof prefix === "string" ? `${prefix}${randomHex(26)}` : undefined;
}

function randomHex(digits: number): string {
  return randomBytes(digits).toString("hex").slice(0, digits);
}
