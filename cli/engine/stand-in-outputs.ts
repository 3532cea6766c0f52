import type { MockResourceArgs, MockResourceResult } from "@pulumi/pulumi/runtime/mocks";
import { shortHash } from "../../components/lib/names";

/** The account that stands in for the real one. */
export const ACCOUNT = "123456789012";
const REGION = "us-east-1";

type Outputs = (args: MockResourceArgs) => Record<string, unknown>;

/** Ids with a form of their own, so that what is rendered from them has its real length. */
const ID_PREFIX: Readonly<Record<string, string>> = {
  "aws:ebs/volume:Volume": "vol",
  "aws:ec2/eip:Eip": "eipalloc",
  "aws:ec2/instance:Instance": "i",
  "aws:ec2/internetGateway:InternetGateway": "igw",
  "aws:ec2/launchTemplate:LaunchTemplate": "lt",
  "aws:ec2/natGateway:NatGateway": "nat",
  "aws:ec2/routeTable:RouteTable": "rtb",
  "aws:ec2/securityGroup:SecurityGroup": "sg",
  "aws:ec2/subnet:Subnet": "subnet",
  "aws:ec2/vpc:Vpc": "vpc",
};

/** Outputs that the program reads and that are not inputs. Anything else is unknown, as in a real preview. */
const OUTPUTS: Readonly<Record<string, Outputs>> = {
  "aws:ec2/vpc:Vpc": args => ({
    defaultSecurityGroupId: id("sg", `${args.name}-default`),
    defaultRouteTableId: id("rtb", `${args.name}-default`),
  }),
  "aws:ec2/eip:Eip": () => ({ publicIp: "203.0.113.10" }),
  "aws:ec2/instance:Instance": () => ({ publicIp: "203.0.113.10", privateIp: "10.20.0.10" }),
  "aws:ec2/launchTemplate:LaunchTemplate": () => ({ latestVersion: 1 }),
  "aws:ecr/repository:Repository": args => ({
    repositoryUrl: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${args.inputs.name ?? args.name}`,
    registryId: ACCOUNT,
  }),
  "aws:eks/nodeGroup:NodeGroup": args => ({
    resources: [{ autoscalingGroups: [{ name: `eks-${args.name}` }] }],
  }),
  "aws:kms/key:Key": args => ({ keyId: shortHash(args.name, 32) }),
  "aws:s3/bucket:Bucket": args => ({
    bucket: args.inputs.bucket ?? `${args.inputs.bucketPrefix ?? args.name}preview`,
  }),
  "aws:sqs/queue:Queue": args => ({
    url: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${args.inputs.name ?? args.name}`,
  }),
  "aws:ssm/document:Document": args => ({ name: args.inputs.name ?? args.name }),
  "aws:ssm/parameter:Parameter": () => ({ version: 1 }),
  "docker-build:index:Image": args => imageOutputs(args),
  // A component of a provider: what stays inside it is not seen.
  "eks:index:Cluster": args => ({
    clusterSecurityGroupId: id("sg", args.name),
    kubeconfigJson: JSON.stringify({ apiVersion: "v1", kind: "Config", clusters: [] }),
  }),
};

/** Stands in for every provider's create: the inputs, an id, an ARN, and what the table adds. */
export async function standInOutputs(args: MockResourceArgs): Promise<MockResourceResult> {
  if (args.custom === false)
    return { id: undefined, state: { ...args.inputs, ...OUTPUTS[args.type]?.(args) } };
  const prefix = ID_PREFIX[args.type];
  const known =
    prefix === undefined
      ? String(args.inputs.name ?? args.inputs.bucket ?? args.name)
      : id(prefix, args.name);
  const arn = args.type.startsWith("aws:") ? { arn: arnOf(args.type, known) } : {};
  return { id: args.id || known, state: { ...arn, ...args.inputs, ...OUTPUTS[args.type]?.(args) } };
}

function id(prefix: string, name: string): string {
  return `${prefix}-${shortHash(name, 17)}`;
}

/** ARNs that are not `service:region:account:kind/name` of the module and kind in the type's token. */
const ARN_FORMS: Readonly<Record<string, (known: string) => string>> = {
  "aws:cloudwatch/eventRule:EventRule": known => `events:${REGION}:${ACCOUNT}:rule/${known}`,
  "aws:cloudwatch/logGroup:LogGroup": known => `logs:${REGION}:${ACCOUNT}:log-group:${known}`,
  "aws:ec2/instance:Instance": known => `ec2:${REGION}:${ACCOUNT}:instance/${known}`,
  "aws:efs/fileSystem:FileSystem": known => `elasticfilesystem:${REGION}:${ACCOUNT}:file-system/${known}`,
  "aws:iam/instanceProfile:InstanceProfile": known => `iam::${ACCOUNT}:instance-profile/${known}`,
  "aws:iam/role:Role": known => `iam::${ACCOUNT}:role/${known}`,
  "aws:s3/bucket:Bucket": known => `s3:::${known}`,
  "aws:sqs/queue:Queue": known => `sqs:${REGION}:${ACCOUNT}:${known}`,
  "aws:ssm/parameter:Parameter": known => `ssm:${REGION}:${ACCOUNT}:parameter/${known.replace(/^\//, "")}`,
};

function arnOf(type: string, known: string): string {
  const [, module = "", kind = ""] = type.split(/[:/]/);
  const form = ARN_FORMS[type]?.(known) ?? `${module}:${REGION}:${ACCOUNT}:${kind}/${known}`;
  return `arn:aws:${form}`;
}

function imageOutputs(args: MockResourceArgs): Record<string, unknown> {
  const digest = `sha256:${shortHash(JSON.stringify(args.inputs.context ?? args.name), 64)}`;
  const tag = String(args.inputs.tags?.[0] ?? args.name);
  return { digest, ref: `${tag.replace(/:[^:/]+$/, "")}@${digest}` };
}
