import { randomBytes } from "node:crypto";
import { at, type Properties } from "./plain";

/** Inputs that make an id, and what stands between them. */
type Key = readonly [separator: string, ...paths: readonly string[]];

/**
 * The ids of what is a setting of something else, as the provider makes them: to create one a second time is to set
 * it again. Source: each type's "Import" in the AWS provider's documentation, and `Put…` and `Attach…` of the APIs.
 */
const SETTINGS: Readonly<Record<string, Key>> = {
  "aws:autoscaling/tag:Tag": [",", "autoscalingGroupName", "tag.key"],
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": ["", "repository"],
  "aws:iam/rolePolicy:RolePolicy": [":", "role", "name"],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ["/", "role", "policyArn"],
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": ["", "bucket"],
  "aws:s3/bucketObjectv2:BucketObjectv2": ["/", "bucket", "key"],
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ["", "bucket"],
  "aws:s3/bucketPolicy:BucketPolicy": ["", "bucket"],
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": ["", "bucket"],
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": ["", "bucket"],
  "aws:s3/bucketVersioning:BucketVersioning": ["", "bucket"],
  "docker-build:index:Image": ["/", "tags"],
};

/** Things of their own whose ids are made of their inputs: there is one of each, and a second one is refused. */
const COMPOSED: Readonly<Record<string, Key>> = {
  "aws:eks/addon:Addon": [":", "clusterName", "addonName"],
  "aws:eks/nodeGroup:NodeGroup": [":", "clusterName", "nodeGroupName"],
  "kubernetes:helm.sh/v3:Release": ["/", "namespace", "name"],
};

/** The id of a setting, or undefined for what is a thing of its own. */
export function settingId(type: string, inputs: Properties): string | undefined {
  if (type === "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")
    return `default of ${at(inputs, "vpcId")}`;
  return joined(SETTINGS[type], inputs);
}

/** The id of a thing of its own that its inputs make, or undefined. */
export function composedId(type: string, inputs: Properties): string | undefined {
  return joined(COMPOSED[type], inputs);
}

/** Types that are imported by something else than their id; there, `id` is the id itself. */
const IMPORTED: Readonly<Record<string, Key>> = {
  "aws:ec2/route:Route": ["_", "routeTableId", "destinationCidrBlock"],
  "aws:ec2/routeTableAssociation:RouteTableAssociation": ["/", "subnetId", "routeTableId"],
  "aws:ec2/volumeAttachment:VolumeAttachment": [":", "deviceName", "volumeId", "instanceId"],
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": [",", "clusterName", "id"],
};

/** What a resource is imported by where that is not its id. */
export function importId(type: string, inputs: Properties, id: string): string | undefined {
  return joined(IMPORTED[type], { ...inputs, id });
}

function joined(key: Key | undefined, inputs: Properties): string | undefined {
  if (key === undefined) return undefined;
  const [separator, ...paths] = key;
  return paths.map(path => String(at(inputs, path))).join(separator);
}

/** The property that the AWS provider fills with a random name when the program does not; `provider/autonaming.go`. */
const NAMED: Readonly<Record<string, string>> = {
  "aws:autoscaling/group:Group": "name",
  "aws:ec2/launchTemplate:LaunchTemplate": "name",
  "aws:ec2/securityGroup:SecurityGroup": "name",
  "aws:eks/nodeGroup:NodeGroup": "nodeGroupName",
  "aws:iam/instanceProfile:InstanceProfile": "name",
  "aws:iam/role:Role": "name",
  "aws:iam/rolePolicy:RolePolicy": "name",
  "aws:ssm/document:Document": "name",
};

/** The inputs with a name, the old one where there is one. */
export function autonamed(type: string, news: Properties, olds: Properties, name: string): Properties {
  const property = NAMED[type];
  if (property === undefined || news[property] !== undefined) return news;
  return { ...news, [property]: at(olds, property) ?? `${name}-${randomHex(7)}` };
}

/** The name that AWS makes of a bucket's prefix, which is the bucket's id. */
export function prefixedId(type: string, inputs: Properties): string | undefined {
  const prefix = type === "aws:s3/bucket:Bucket" ? at(inputs, "bucketPrefix") : undefined;
  return typeof prefix === "string" ? `${prefix}${randomHex(26)}` : undefined;
}

function randomHex(digits: number): string {
  return randomBytes(digits).toString("hex").slice(0, digits);
}
