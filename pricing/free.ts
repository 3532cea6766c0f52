/** Why a type is in no figure. A type that is neither here nor priced is reported, never taken for free. */
interface FreeTypes {
  readonly why: string;
  readonly types: readonly string[];
}

/** Sources: the pricing pages of Amazon VPC, EC2, EKS, IAM, S3, ECR, CloudWatch, Systems Manager, SNS and Route 53. */
const FREE: readonly FreeTypes[] = [
  {
    why: "Amazon VPC has no charge for networks, routes and firewalls",
    types: [
      "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
      "aws:ec2/defaultRouteTable:DefaultRouteTable",
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
      "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
      "aws:ec2/eipAssociation:EipAssociation",
      "aws:ec2/internetGateway:InternetGateway",
      "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
      "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
      "aws:ec2/networkAcl:NetworkAcl",
      "aws:ec2/networkAclRule:NetworkAclRule",
      "aws:ec2/networkInterface:NetworkInterface",
      "aws:ec2/route:Route",
      "aws:ec2/routeTable:RouteTable",
      "aws:ec2/routeTableAssociation:RouteTableAssociation",
      "aws:ec2/securityGroup:SecurityGroup",
      "aws:ec2/securityGroupRule:SecurityGroupRule",
      "aws:ec2/subnet:Subnet",
      "aws:ec2/vpc:Vpc",
      "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
      "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    ],
  },
  {
    why: "charged at the log group that the flow logs are written to",
    types: ["aws:ec2/flowLog:FlowLog"],
  },
  {
    why: "charged at the machines, disks and load balancers that they describe or join",
    types: [
      "aws:autoscaling/lifecycleHook:LifecycleHook",
      "aws:autoscaling/policy:Policy",
      "aws:autoscaling/tag:Tag",
      "aws:ebs/encryptionByDefault:EncryptionByDefault",
      "aws:ec2/keyPair:KeyPair",
      "aws:ec2/launchTemplate:LaunchTemplate",
      "aws:ec2/placementGroup:PlacementGroup",
      "aws:ec2/tag:Tag",
      "aws:ec2/volumeAttachment:VolumeAttachment",
      "aws:lb/listener:Listener",
      "aws:lb/listenerRule:ListenerRule",
      "aws:lb/targetGroup:TargetGroup",
      "aws:lb/targetGroupAttachment:TargetGroupAttachment",
    ],
  },
  {
    why: "IAM has no charge",
    types: [
      "aws:iam/instanceProfile:InstanceProfile",
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
      "aws:iam/policy:Policy",
      "aws:iam/policyAttachment:PolicyAttachment",
      "aws:iam/role:Role",
      "aws:iam/rolePolicy:RolePolicy",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    ],
  },
  {
    why: "EKS charges the control plane and the nodes only",
    types: [
      "aws:eks/accessEntry:AccessEntry",
      "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
      "aws:eks/addon:Addon",
      "aws:eks/podIdentityAssociation:PodIdentityAssociation",
      "eks:index:Addon",
      "eks:index:ClusterCreationRoleProvider",
      "eks:index:NodeGroupSecurityGroup",
      "eks:index:VpcCniAddon",
    ],
  },
  {
    why: "events of AWS itself on the default bus, and who may send to a queue",
    types: [
      "aws:cloudwatch/eventRule:EventRule",
      "aws:cloudwatch/eventTarget:EventTarget",
      "aws:sqs/queuePolicy:QueuePolicy",
    ],
  },
  {
    why: "settings of a file system, charged by what it stores",
    types: [
      "aws:efs/backupPolicy:BackupPolicy",
      "aws:efs/fileSystemPolicy:FileSystemPolicy",
      "aws:efs/mountTarget:MountTarget",
    ],
  },
  {
    why: "settings of a bucket, and objects counted in its storage",
    types: [
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
      "aws:s3/bucketObject:BucketObject",
      "aws:s3/bucketObjectv2:BucketObjectv2",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
      "aws:s3/bucketPolicy:BucketPolicy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      "aws:s3/bucketVersioning:BucketVersioning",
      "aws:s3/bucketVersioningV2:BucketVersioningV2",
    ],
  },
  {
    why: "settings of a repository, a key or a log group",
    types: [
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
      "aws:cloudwatch/logStream:LogStream",
      "aws:ecr/lifecyclePolicy:LifecyclePolicy",
      "aws:ecr/repositoryPolicy:RepositoryPolicy",
      "aws:kms/alias:Alias",
      "aws:kms/grant:Grant",
      "aws:kms/keyPolicy:KeyPolicy",
      "aws:secretsmanager/secretPolicy:SecretPolicy",
      "aws:secretsmanager/secretVersion:SecretVersion",
    ],
  },
  {
    why: "Systems Manager has no charge for documents and associations on EC2",
    types: [
      "aws:ssm/association:Association",
      "aws:ssm/document:Document",
      "aws:ssm/serviceSetting:ServiceSetting",
    ],
  },
  {
    why: "Amazon SNS has no charge for topics, nor for the first thousand e-mails a month",
    types: [
      "aws:sns/topic:Topic",
      "aws:sns/topicPolicy:TopicPolicy",
      "aws:sns/topicSubscription:TopicSubscription",
    ],
  },
  {
    why: "no charge for records of a zone and for public certificates",
    types: [
      "aws:acm/certificate:Certificate",
      "aws:acm/certificateValidation:CertificateValidation",
      "aws:route53/record:Record",
    ],
  },
];

/** Packages none of whose other types are billed: objects inside a cluster, commands, image builds, components. */
const FREE_PACKAGES: Readonly<Record<string, string>> = {
  command: "commands that run where the program runs or on a host that is charged",
  docker: "images are charged at their registry",
  "docker-build": "images are charged at their registry",
  kubernetes: "objects in a cluster are charged at its nodes, disks and load balancers",
  pulumi: "the engine's own",
  random: "computed by the engine",
  tls: "computed by the engine",
  towpath: "components are charged at their children",
};

const BY_TYPE = new Map(FREE.flatMap(({ why, types }) => types.map(type => [type, why] as const)));

/** Why a type costs nothing itself; undefined when it may. */
export function freeBecause(type: string): string | undefined {
  const [owner = ""] = type.split(":");
  return BY_TYPE.get(type) ?? (Object.hasOwn(FREE_PACKAGES, owner) ? FREE_PACKAGES[owner] : undefined);
}
