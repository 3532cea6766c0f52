import type { PolicyResource } from "../../../policies/subject";

/** The Terraform type of each Pulumi type that is written; the two share their providers' code. */
export const TERRAFORM: Readonly<Record<string, string | undefined>> = {
  "aws:cloudwatch/logGroup:LogGroup": "aws_cloudwatch_log_group",
  "aws:ebs/volume:Volume": "aws_ebs_volume",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "aws_default_security_group",
  "aws:ec2/flowLog:FlowLog": "aws_flow_log",
  "aws:ec2/instance:Instance": "aws_instance",
  "aws:ec2/launchTemplate:LaunchTemplate": "aws_launch_template",
  "aws:ec2/securityGroup:SecurityGroup": "aws_security_group",
  "aws:ec2/subnet:Subnet": "aws_subnet",
  "aws:ec2/vpc:Vpc": "aws_vpc",
  "aws:ecr/repository:Repository": "aws_ecr_repository",
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "aws_ecr_repository_policy",
  "aws:eks/cluster:Cluster": "aws_eks_cluster",
  "aws:eks/nodeGroup:NodeGroup": "aws_eks_node_group",
  "aws:iam/rolePolicy:RolePolicy": "aws_iam_role_policy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "aws_iam_role_policy_attachment",
  "aws:kms/key:Key": "aws_kms_key",
  "aws:lb/listener:Listener": "aws_lb_listener",
  "aws:lb/loadBalancer:LoadBalancer": "aws_lb",
  "aws:s3/bucket:Bucket": "aws_s3_bucket",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": "aws_s3_bucket_lifecycle_configuration",
  "aws:s3/bucketLogging:BucketLogging": "aws_s3_bucket_logging",
  "aws:s3/bucketPolicy:BucketPolicy": "aws_s3_bucket_policy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": "aws_s3_bucket_public_access_block",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration":
    "aws_s3_bucket_server_side_encryption_configuration",
  "aws:s3/bucketVersioning:BucketVersioning": "aws_s3_bucket_versioning",
};

/** Lists that Pulumi names in the plural and Terraform, as blocks, in the singular. */
const SINGULAR: Readonly<Record<string, string>> = {
  blockDeviceMappings: "block_device_mappings",
  defaultActions: "default_action",
  ebsBlockDevices: "ebs_block_device",
  encryptionConfigurations: "encryption_configuration",
  rules: "rule",
  tagSpecifications: "tag_specifications",
};
/** Records that are maps of free keys and no blocks. */
const MAPS = ["labels", "tags"];

/** Resources in Terraform's language. What belongs to another names it by reference, as scanners follow it. */
export function terraform(resources: readonly PolicyResource[]): string {
  return resources.map(one => resource(one, resources)).join("\n");
}

function resource({ type, name, props }: PolicyResource, all: readonly PolicyResource[]): string {
  const body = Object.entries(props).map(
    ([key, value]) => reference(key, all, type) ?? argument(key, value, "  "),
  );
  return `resource "${TERRAFORM[type] ?? type}" "${name}" {\n${body.join("")}}\n`;
}

/** Which other resource an argument stands for, and which of that one's attributes. */
const REFERENCES: Readonly<Record<string, readonly [key: string, type: string, attribute: string]>> = {
  bucket: ["bucket", "aws:s3/bucket:Bucket", "id"],
  vpcId: ["vpc_id", "aws:ec2/vpc:Vpc", "id"],
};

function reference(key: string, all: readonly PolicyResource[], own: string): string | undefined {
  const [name, type, attribute] = REFERENCES[key] ?? [];
  const found = all.find(one => one.type === type);
  if (found === undefined || type === own) return undefined;
  return `  ${name} = ${TERRAFORM[found.type]}.${found.name}.${attribute}\n`;
}

function argument(key: string, value: unknown, indent: string): string {
  const name = SINGULAR[key] ?? key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  if (value === undefined || value === null) return "";
  if (Array.isArray(value) && value.every(isRecord))
    return value.map(one => block(name, one, indent)).join("");
  return isRecord(value) && !MAPS.includes(key)
    ? block(name, value, indent)
    : `${indent}${name} = ${literal(value)}\n`;
}

function block(name: string, of: Readonly<Record<string, unknown>>, indent: string): string {
  const body = Object.entries(of).map(([key, value]) => argument(key, value, `${indent}  `));
  return `${indent}${name} {\n${body.join("")}${indent}}\n`;
}

/** JSON is Terraform's own form for texts, numbers, lists and maps; a template sign in a text is no template. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("${", "$${").replaceAll("%{", "%%{");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
