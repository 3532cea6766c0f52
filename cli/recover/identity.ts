import { z } from "zod";
import { filled, type Inputs } from "./filled";

/** How a resource is found whose creation may or may not have happened. */
export type Identity =
  /** By an id that its inputs say; a refresh tells whether it is there. */
  | { readonly kind: "named"; readonly id: string }
  /** By its tags, among what of this kind carries them: service and kind of its ARN; `prefix` of its name. */
  | { readonly kind: "tagged"; readonly as: string; readonly prefix?: string }
  /** By the answer of the AWS CLI, a list of what an id ends with; `prefix` is what it begins with. */
  | {
      readonly kind: "asked";
      readonly words: readonly string[];
      readonly prefix: string;
      readonly anew: boolean;
    }
  /** Making it again makes no second one, and nothing stands in the way of a destroy. */
  | { readonly kind: "again" };

type Rule = (inputs: Inputs) => Identity | undefined;

/** The values of some inputs put together as the provider's `pulumi import` wants them. */
function named(separator: string, ...keys: readonly string[]): Rule {
  return inputs => {
    const parts = keys.map(key => inputs[key]);
    const whole = parts.every(part => typeof part === "string" && part !== "");
    return whole ? { kind: "named", id: parts.join(separator) } : undefined;
  };
}

const tagged =
  (as: string): Rule =>
  () => ({ kind: "tagged", as });
const again: Rule = () => ({ kind: "again" });

interface Asked {
  /** What an id begins with. */
  readonly prefix?: string;
  /** Whether what was found is to be made anew, because how it ended is nowhere to be read. Default: false. */
  readonly anew?: boolean;
}

/** A question of the AWS CLI, with the values of inputs in the place of `{key}`. */
function asked(question: string, query: string, { prefix = "", anew = false }: Asked = {}): Rule {
  return inputs => {
    const all = [...question.split(" "), "--query", query, prefix].map(text => filled(text, inputs));
    const texts = all.filter(text => text !== undefined);
    if (texts.length < all.length) return undefined;
    return { kind: "asked", words: texts.slice(0, -1), prefix: texts.at(-1) ?? "", anew };
  };
}

/** AWS ends a name of which a prefix is given. */
const bucket: Rule = inputs => {
  const { bucketPrefix: prefix } = inputs;
  if (typeof prefix === "string") return { kind: "tagged", as: "s3 ", prefix };
  return named("", "bucket")(inputs);
};

/** By type. Source: the sections "Import" of the AWS provider's documentation, and the API of each service. */
const RULES: Readonly<Record<string, Rule>> = {
  "aws:autoscaling/group:Group": named("", "name"),
  "aws:autoscaling/tag:Tag": again,
  "aws:cloudwatch/eventRule:EventRule": named("", "name"),
  "aws:cloudwatch/eventTarget:EventTarget": asked(
    "events list-targets-by-rule --rule {rule}",
    "Targets[?Arn=='{arn}'].Id",
    { prefix: "{rule}/" },
  ),
  "aws:cloudwatch/logGroup:LogGroup": named("", "name"),
  "aws:cloudwatch/metricAlarm:MetricAlarm": named("", "name"),
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": tagged("dlm policy"),
  "aws:ebs/volume:Volume": tagged("ec2 volume"),
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": again,
  "aws:ec2/eip:Eip": tagged("ec2 elastic-ip"),
  "aws:ec2/eipAssociation:EipAssociation": asked(
    "ec2 describe-addresses --allocation-ids {allocationId}",
    "Addresses[].AssociationId",
  ),
  "aws:ec2/flowLog:FlowLog": tagged("ec2 vpc-flow-log"),
  "aws:ec2/instance:Instance": tagged("ec2 instance"),
  "aws:ec2/internetGateway:InternetGateway": tagged("ec2 internet-gateway"),
  "aws:ec2/launchTemplate:LaunchTemplate": tagged("ec2 launch-template"),
  "aws:ec2/natGateway:NatGateway": tagged("ec2 natgateway"),
  "aws:ec2/route:Route": named("_", "routeTableId", "destinationCidrBlock"),
  "aws:ec2/routeTable:RouteTable": tagged("ec2 route-table"),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": named("/", "subnetId", "routeTableId"),
  "aws:ec2/securityGroup:SecurityGroup": tagged("ec2 security-group"),
  "aws:ec2/subnet:Subnet": tagged("ec2 subnet"),
  "aws:ec2/volumeAttachment:VolumeAttachment": named(":", "deviceName", "volumeId", "instanceId"),
  "aws:ec2/vpc:Vpc": tagged("ec2 vpc"),
  "aws:ec2/vpcEndpoint:VpcEndpoint": tagged("ec2 vpc-endpoint"),
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": named("", "repository"),
  "aws:ecr/repository:Repository": named("", "name"),
  "aws:efs/backupPolicy:BackupPolicy": named("", "fileSystemId"),
  "aws:efs/fileSystem:FileSystem": tagged("elasticfilesystem file-system"),
  "aws:efs/mountTarget:MountTarget": asked(
    "efs describe-mount-targets --file-system-id {fileSystemId}",
    "MountTargets[?SubnetId=='{subnetId}'].MountTargetId",
  ),
  "aws:eks/accessEntry:AccessEntry": named(":", "clusterName", "principalArn"),
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": named(
    "#",
    "clusterName",
    "principalArn",
    "policyArn",
  ),
  "aws:eks/addon:Addon": named(":", "clusterName", "addonName"),
  "aws:eks/cluster:Cluster": named("", "name"),
  "aws:eks/fargateProfile:FargateProfile": named(":", "clusterName", "fargateProfileName"),
  "aws:eks/nodeGroup:NodeGroup": named(":", "clusterName", "nodeGroupName"),
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": asked(
    "eks list-pod-identity-associations --cluster-name {clusterName} --namespace {namespace} " +
      "--service-account {serviceAccount}",
    "associations[].associationId",
    { prefix: "{clusterName}," },
  ),
  "aws:iam/instanceProfile:InstanceProfile": named("", "name"),
  "aws:iam/role:Role": named("", "name"),
  "aws:iam/rolePolicy:RolePolicy": named(":", "role", "name"),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": named("/", "role", "policyArn"),
  "aws:kms/alias:Alias": named("", "name"),
  "aws:kms/key:Key": tagged("kms key"),
  "aws:s3/bucket:Bucket": bucket,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": named("", "bucket"),
  "aws:s3/bucketObjectv2:BucketObjectv2": named("/", "bucket", "key"),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": named("", "bucket"),
  "aws:s3/bucketPolicy:BucketPolicy": named("", "bucket"),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": named("", "bucket"),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": named(
    "",
    "bucket",
  ),
  "aws:s3/bucketVersioning:BucketVersioning": named("", "bucket"),
  "aws:sns/topic:Topic": asked("sns list-topics", "Topics[?ends_with(TopicArn, ':{name}')].TopicArn"),
  "aws:sns/topicSubscription:TopicSubscription": again,
  "aws:sqs/queue:Queue": asked(
    "sqs list-queues --queue-name-prefix {name}",
    "QueueUrls[?ends_with(@, '/{name}')]",
  ),
  "aws:sqs/queuePolicy:QueuePolicy": named("", "queueUrl"),
  "aws:ssm/association:Association": asked(
    "ssm list-associations --association-filter-list key=Name,value={name}",
    "Associations[].AssociationId",
    // Its creation waits until it has succeeded, which an association does not tell later.
    { anew: true },
  ),
  "aws:ssm/document:Document": named("", "name"),
  "aws:ssm/parameter:Parameter": named("", "name"),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": asked(
    "ec2 describe-security-group-rules --filters Name=group-id,Values={securityGroupId}",
    "SecurityGroupRules[?IsEgress==`false`].SecurityGroupRuleId",
  ),
  "command:local:Command": again,
  "command:remote:Command": again,
  "docker-build:index:Image": again,
  "kubernetes:helm.sh/v3:Release": named("/", "namespace", "name"),
};

const metadata = z.object({ metadata: z.object({ name: z.string(), namespace: z.string().optional() }) });

/** How a resource is found, by its type and inputs; undefined when there is no way, and somebody has to look. */
export function identityOf(type: string, inputs: Inputs): Identity | undefined {
  const rule = RULES[type];
  if (rule !== undefined) return rule(inputs);
  if (type.startsWith("pulumi:")) return { kind: "again" };
  const object = type.startsWith("kubernetes:") ? metadata.safeParse(inputs).data : undefined;
  if (object === undefined) return undefined;
  const { name, namespace } = object.metadata;
  return { kind: "named", id: namespace === undefined ? name : `${namespace}/${name}` };
}
