import { at, type Properties } from "./plain";

/**
 * What cannot be changed in place, as the providers' own schemas and the Kubernetes API have it. A change of
 * one of these paths is a replacement, as it would be in the account.
 */
const IMMUTABLE: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/logGroup:LogGroup": ["name"],
  "aws:ebs/volume:Volume": ["availabilityZone", "encrypted", "kmsKeyId", "snapshotId"],
  "aws:ec2/instance:Instance": ["ami", "availabilityZone", "keyName", "subnetId"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["name"],
  "aws:ec2/routeTable:RouteTable": ["vpcId"],
  "aws:ec2/securityGroup:SecurityGroup": ["description", "name", "vpcId"],
  "aws:ec2/subnet:Subnet": ["availabilityZone", "cidrBlock", "vpcId"],
  "aws:ec2/volumeAttachment:VolumeAttachment": ["deviceName", "instanceId", "volumeId"],
  "aws:ec2/vpc:Vpc": ["cidrBlock"],
  "aws:ecr/repository:Repository": ["encryptionConfigurations", "name"],
  "aws:eks/cluster:Cluster": ["name", "roleArn"],
  "aws:eks/nodeGroup:NodeGroup": [
    "amiType",
    "capacityType",
    "clusterName",
    "diskSize",
    "instanceTypes",
    "subnetIds",
  ],
  "aws:iam/instanceProfile:InstanceProfile": ["name"],
  "aws:iam/role:Role": ["name"],
  "aws:s3/bucket:Bucket": ["bucket"],
  "aws:s3/bucketObjectv2:BucketObjectv2": ["bucket", "key"],
  "aws:ssm/association:Association": ["instanceId", "name"],
  "aws:ssm/document:Document": ["documentType", "name"],
  "aws:ssm/parameter:Parameter": ["name"],
  "command:local:Command": ["triggers"],
  "command:remote:Command": ["triggers"],
  "kubernetes:apps/v1:Deployment": ["spec.selector"],
  "kubernetes:apps/v1:StatefulSet": ["spec.selector", "spec.serviceName", "spec.volumeClaimTemplates"],
  "kubernetes:batch/v1:Job": ["spec.completions", "spec.selector", "spec.template"],
  "kubernetes:core/v1:PersistentVolumeClaim": ["spec.accessModes", "spec.storageClassName"],
  "kubernetes:helm.sh/v3:Release": ["name", "namespace"],
  "kubernetes:storage.k8s.io/v1:StorageClass": ["parameters", "provisioner", "volumeBindingMode"],
};

/** Every object of Kubernetes is found by these. */
const IDENTITY = ["metadata.name", "metadata.namespace"];

/** The paths of a type whose change replaces the resource. */
export function immutablePaths(type: string): readonly string[] {
  const own = IMMUTABLE[type] ?? [];
  return type.startsWith("kubernetes:") ? [...IDENTITY, ...own] : own;
}

/** What an account has one of for the same values of these, as its API refuses a second one. */
const UNIQUE: Readonly<Record<string, readonly string[]>> = {
  "aws:autoscaling/group:Group": ["name"],
  "aws:cloudwatch/logGroup:LogGroup": ["name"],
  "aws:ec2/eipAssociation:EipAssociation": ["allocationId"],
  "aws:ec2/flowLog:FlowLog": ["vpcId", "logDestination"],
  "aws:ec2/internetGateway:InternetGateway": ["vpcId"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["name"],
  "aws:ec2/natGateway:NatGateway": ["allocationId"],
  "aws:ec2/route:Route": ["routeTableId", "destinationCidrBlock"],
  "aws:ec2/routeTableAssociation:RouteTableAssociation": ["subnetId"],
  "aws:ec2/securityGroup:SecurityGroup": ["vpcId", "name"],
  "aws:ec2/subnet:Subnet": ["vpcId", "cidrBlock"],
  "aws:ec2/volumeAttachment:VolumeAttachment": ["volumeId"],
  "aws:ec2/vpcEndpoint:VpcEndpoint": ["vpcId", "serviceName"],
  "aws:ecr/repository:Repository": ["name"],
  "aws:eks/cluster:Cluster": ["name"],
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": ["clusterName", "namespace", "serviceAccount"],
  "aws:iam/instanceProfile:InstanceProfile": ["name"],
  "aws:iam/policy:Policy": ["name"],
  "aws:iam/role:Role": ["name"],
  "aws:kms/alias:Alias": ["name"],
  "aws:s3/bucket:Bucket": ["bucket"],
  "aws:ssm/document:Document": ["name"],
  "aws:ssm/parameter:Parameter": ["name"],
};

/** What tells one resource of a type from another, as text; undefined when the account may have two that are alike. */
export function uniqueKey(type: string, inputs: Properties): string | undefined {
  const values = UNIQUE[type]?.map(path => at(inputs, path));
  if (values === undefined || values.includes(undefined)) return undefined;
  return JSON.stringify(values);
}

/** Where a type says that the account must not delete it. */
const PROTECTED: Readonly<Record<string, string>> = {
  "aws:ec2/instance:Instance": "disableApiTermination",
  "aws:eks/cluster:Cluster": "deletionProtection",
};

/** Whether the account refuses to delete a resource with these inputs. */
export function isProtected(type: string, inputs: Properties): boolean {
  const path = PROTECTED[type];
  return path !== undefined && at(inputs, path) === true;
}
