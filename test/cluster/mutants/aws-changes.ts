type Change = readonly [what: string, path: string, value: unknown];

/** What heads a family of resources that are judged together. */
export const FAMILIES = ["aws:s3/bucket:Bucket", "aws:ec2/vpc:Vpc"];
export const BUCKET_COMPANIONS = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
];
export const VPC_COMPANIONS = [
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:ec2/flowLog:FlowLog",
];

const WORLD = ["0.0.0.0/0"];
const open = (fromPort: number, toPort = fromPort, protocol = "tcp") => [
  { cidrBlocks: WORLD, description: "x", fromPort, protocol, toPort },
];
const allow = (Action: unknown, Resource: unknown) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] });
const everyone = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }],
});
const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;

/** Properties to break, by type. */
export const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  "aws:ec2/instance:Instance": [
    ["metadata without a token", "metadataOptions.httpTokens", "optional"],
    ["metadata as AWS has it", "metadataOptions", undefined],
    ["a plain root disk", "rootBlockDevice.encrypted", false],
    ["a root disk as the image has it", "rootBlockDevice.encrypted", undefined],
    [
      "a further plain disk",
      "ebsBlockDevices",
      [{ deviceName: "/dev/sdf", volumeSize: 10, encrypted: false }],
    ],
    ["reports every five minutes", "monitoring", false],
    ["does not say how often it reports", "monitoring", undefined],
    ["no lane to its disks", "ebsOptimized", false],
    ["does not ask for a lane to its disks", "ebsOptimized", undefined],
    ["no role", "iamInstanceProfile", undefined],
    ["a credential in user data", "userData", `export KEY=${"AKIA"}IOSFODNN7EXAMPLE\n`],
  ],
  "aws:ec2/launchTemplate:LaunchTemplate": [
    ["metadata without a token", "metadataOptions.httpTokens", "optional"],
    ["metadata as AWS has it", "metadataOptions", undefined],
    ["metadata over two hops", "metadataOptions.httpPutResponseHopLimit", 2],
    ["metadata over many hops", "metadataOptions.httpPutResponseHopLimit", 64],
  ],
  "aws:ebs/volume:Volume": [
    ["plain", "encrypted", false],
    ["does not say whether it is encrypted", "encrypted", undefined],
  ],
  "aws:ec2/securityGroup:SecurityGroup": [
    ["SSH from everywhere", "ingress", open(22)],
    ["remote desktop from everywhere", "ingress", open(3389)],
    ["ports around SSH from everywhere", "ingress", open(20, 30)],
    ["all ports from everywhere", "ingress", open(0, 0, "-1")],
    ["only plain HTTP from everywhere", "ingress", open(80)],
    [
      "SSH from everywhere over IPv6",
      "ingress",
      [{ ...open(22)[0], cidrBlocks: [], ipv6CidrBlocks: ["::/0"] }],
    ],
    ["no description", "description", undefined],
    ["a rule without a description", "ingress", [{ ...open(443)[0], description: undefined }]],
    ["a way out without a description", "egress", [{ ...open(443)[0], description: undefined }]],
  ],
  "aws:ec2/subnet:Subnet": [["public addresses for all", "mapPublicIpOnLaunch", true]],
  "aws:cloudwatch/logGroup:LogGroup": [
    ["kept for ever", "retentionInDays", undefined],
    ["kept for a month", "retentionInDays", 30],
    ["kept for 180 days", "retentionInDays", 180],
    ["no key of its own", "kmsKeyId", undefined],
  ],
  "aws:ecr/repository:Repository": [
    ["tags that move", "imageTagMutability", "MUTABLE"],
    ["does not say whether tags move", "imageTagMutability", undefined],
    ["no scan", "imageScanningConfiguration.scanOnPush", false],
    ["does not say whether images are scanned", "imageScanningConfiguration", undefined],
    ["AWS's key", "encryptionConfigurations", [{ encryptionType: "AES256" }]],
    ["does not say which key", "encryptionConfigurations", undefined],
  ],
  "aws:kms/key:Key": [
    ["never rotates", "enableKeyRotation", false],
    ["does not say whether it rotates", "enableKeyRotation", undefined],
    ["for everyone", "policy", everyone],
  ],
  "aws:eks/cluster:Cluster": [
    ["API for everyone", "vpcConfig.publicAccessCidrs", WORLD],
    ["does not say for whom its API is", "vpcConfig.publicAccessCidrs", undefined],
    ["secrets without a key", "encryptionConfig", undefined],
    ["no logs", "enabledClusterLogTypes", undefined],
    ["no audit log", "enabledClusterLogTypes", ["api", "authenticator", "controllerManager", "scheduler"]],
    ["an old version", "version", "1.22"],
  ],
  "aws:eks/nodeGroup:NodeGroup": [["an SSH key, from everywhere", "remoteAccess", { ec2SshKey: "me" }]],
  "aws:iam/rolePolicy:RolePolicy": [
    ["every action", "policy", allow("*", "*")],
    ["every action on one bucket", "policy", allow(["*"], "arn:aws:s3:::x/*")],
    ["writes to every bucket", "policy", allow(["s3:PutObject"], "*")],
    ["passes on every role", "policy", allow(["iam:PassRole"], "*")],
    ["changes every role", "policy", allow(["iam:PutRolePolicy", "iam:AttachRolePolicy"], "*")],
    ["deletes every instance", "policy", allow("ec2:TerminateInstances", ["*"])],
  ],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": [
    ["an administrator", "policyArn", managed("AdministratorAccess")],
  ],
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": [
    "blockPublicAcls",
    "blockPublicPolicy",
    "ignorePublicAcls",
    "restrictPublicBuckets",
  ].map((lock): Change => [`${lock} off`, lock, false]),
  "aws:s3/bucketVersioning:BucketVersioning": [
    ["suspended", "versioningConfiguration.status", "Suspended"],
    ["disabled", "versioningConfiguration.status", "Disabled"],
  ],
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": [
    ["AWS's key", "rules", [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]],
  ],
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": [
    ["failed uploads are kept", "rules", [{ id: "x", status: "Enabled", expiration: { days: 90 } }]],
  ],
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": [
    ["open to itself", "ingress", [{ protocol: "-1", self: true, fromPort: 0, toPort: 0, description: "x" }]],
  ],
};
