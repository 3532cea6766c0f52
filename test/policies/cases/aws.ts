import { make } from "../good/make";
import { adding, type Cases, change, renamed, unlinked, without } from "../seed";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const allow = (statement: Record<string, unknown>) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", ...statement }] });
const world = { cidrBlocks: ["0.0.0.0/0"], description: "x" };

export const AWS: Cases = {
  "instance-metadata-v2": [
    change("machine", "metadataOptions.httpTokens", "optional"),
    change("machine", "metadataOptions", undefined),
    change("template", "metadataOptions.httpTokens", undefined),
  ],
  "metadata-hop-limit": [
    change("machine", "metadataOptions.httpPutResponseHopLimit", 2),
    change("template", "metadataOptions.httpPutResponseHopLimit", 64),
    change("template", "metadataOptions.httpPutResponseHopLimit", "2"),
  ],
  "disk-encrypted": [
    change("disk", "encrypted", false),
    change("machine", "rootBlockDevice", undefined),
    change("machine", "ebsBlockDevices", [{ volumeSize: 5 }]),
    change("template", "blockDeviceMappings.0.ebs.encrypted", "false"),
    change("template", "blockDeviceMappings", undefined),
  ],
  "no-open-admin-port": [
    change("group", "ingress.0", { protocol: "tcp", fromPort: 22, toPort: 22, ...world }),
    change("group", "ingress.0", { protocol: "-1", fromPort: 0, toPort: 0, ...world }),
    change("ingress-rule", "fromPort", 20),
    change("ingress-rule", "toPort", 65_535),
    adding(
      "a rule by itself over IPv6",
      make("aws:ec2/securityGroupRule:SecurityGroupRule", "open", {
        type: "ingress",
        protocol: "tcp",
        fromPort: 3389,
        toPort: 3389,
        ipv6CidrBlocks: ["::/0"],
        description: "x",
      }),
    ),
  ],
  "security-group-described": [
    change("group", "description", undefined),
    change("group", "description", "Managed by Pulumi"),
    change("group", "ingress.0.description", ""),
    change("ingress-rule", "description", undefined),
  ],
  "default-security-group-closed": [
    without("default-group"),
    change("default-group", "egress", [
      { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"], description: "x" },
    ]),
    change("default-group", "ingress", [
      { protocol: "tcp", fromPort: 80, toPort: 80, self: true, description: "x" },
    ]),
  ],
  "egress-limited": [
    change("group", "egress.0.protocol", "-1"),
    change("egress-rule", "ipProtocol", "-1"),
    change("group", "egress.0", { protocol: "all", ipv6CidrBlocks: ["::/0"], description: "x" }),
  ],
  "no-public-instance": [
    change("machine", "associatePublicIpAddress", true),
    change("template", "networkInterfaces.0.associatePublicIpAddress", "true"),
    change("template", "networkInterfaces.0.associatePublicIpAddress", true),
  ],
  "no-secret-in-user-data": [
    change("machine", "userData", "#!/bin/sh\nexport DB_PASSWORD=hunter2hunter2\n"),
    change("machine", "userData", `AWS_ID: ${"AKIA"}IOSFODNN7EXAMPLE\n`),
    change("machine", "userData", "docker run -e URL=postgres://app:correcthorse@db/app\n"),
    change("template", "userData", base64("#!/bin/sh\nk3s agent --token=K10abcdef0123456789\n")),
    change("template", "userData", base64("-----BEGIN RSA PRIVATE KEY-----\n")),
  ],
  "no-ssh-key": [
    change("machine", "keyName", "me"),
    change("template", "keyName", "me"),
    change("nodes", "remoteAccess", { ec2SshKey: "me" }),
  ],
  "required-tags": [
    change("machine", "tags", undefined),
    change("bucket", "tags", { other: "x" }),
    change("cluster", "tags", {}),
  ],
  "flow-logs": [
    without("flow-log"),
    adding(
      "a second network",
      make("aws:ec2/vpc:Vpc", "vpc-2", { tags: { owner: "x" } }),
      make("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default-2", {}, ["vpc-2"]),
    ),
    unlinked("flow-log"),
  ],
  "listener-encrypted": [
    change("listener", "protocol", "HTTP"),
    adding("a plain one", make("aws:alb/listener:Listener", "plain", { protocol: "HTTP" })),
    adding(
      "a redirect to HTTP",
      make("aws:lb/listener:Listener", "plain", {
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTP" } }],
      }),
    ),
  ],
  "bucket-public-access-blocked": [
    without("bucket-block"),
    change("bucket-block", "blockPublicAcls", false),
    change("bucket-block", "restrictPublicBuckets", undefined),
  ],
  "bucket-encrypted": [
    without("bucket-encryption"),
    unlinked("bucket-encryption"),
    renamed("bucket-encryption", "aws:s3/bucketOwnershipControls:BucketOwnershipControls"),
  ],
  "bucket-versioned": [
    without("bucket-versions"),
    change("bucket-versions", "versioningConfiguration.status", "Suspended"),
    change("bucket-versions", "versioningConfiguration", undefined),
  ],
  "bucket-tls-only": [
    without("bucket-policy"),
    change("bucket-policy", "policy", JSON.stringify({ Statement: [] })),
    change(
      "bucket-policy",
      "policy",
      JSON.stringify({
        Statement: [{ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "true" } } }],
      }),
    ),
  ],
  "bucket-lifecycle": [
    without("bucket-lifecycle"),
    change("bucket-lifecycle", "rules", []),
    change("bucket-lifecycle", "rules.0.abortIncompleteMultipartUpload", undefined),
  ],
  "repository-immutable": [
    change("repository", "imageTagMutability", "MUTABLE"),
    change("repository", "imageTagMutability", "MUTABLE_WITH_EXCLUSION"),
    change("repository", "imageTagMutability", undefined),
  ],
  "repository-scanned": [
    change("repository", "imageScanningConfiguration.scanOnPush", false),
    change("repository", "imageScanningConfiguration", {}),
    change("repository", "imageScanningConfiguration", undefined),
  ],
  "repository-lifecycle": [
    without("repository-lifecycle"),
    unlinked("repository-lifecycle"),
    renamed("repository-lifecycle", "aws:ecr/registryPolicy:RegistryPolicy"),
  ],
  "key-rotated": [
    change("key", "enableKeyRotation", false),
    change("key", "enableKeyRotation", undefined),
    change("key", "enableKeyRotation", null),
  ],
  "no-public-policy": [
    change("key", "policy", allow({ Principal: "*", Action: "kms:Decrypt", Resource: "*" })),
    change("key", "policy", allow({ Principal: { AWS: ["*"] }, Action: "kms:Decrypt", Resource: "*" })),
    change("role", "assumeRolePolicy", allow({ Principal: { AWS: "*" }, Action: "sts:AssumeRole" })),
    adding(
      "an open repository",
      make("aws:ecr/repositoryPolicy:RepositoryPolicy", "open", {
        policy: allow({ Principal: "*", Action: "ecr:BatchGetImage" }),
      }),
    ),
  ],
  "log-retention": [
    change("log-group", "retentionInDays", undefined),
    change("log-group", "retentionInDays", 0),
    adding("another", make("aws:cloudwatch/logGroup:LogGroup", "more", { kmsKeyId: "[unknown]" })),
  ],
  "log-encrypted": [
    change("log-group", "kmsKeyId", undefined),
    adding("another", make("aws:cloudwatch/logGroup:LogGroup", "more", { retentionInDays: 400 })),
    adding("a named one", make("aws:cloudwatch/logGroup:LogGroup", "x", { name: "x", retentionInDays: 400 })),
  ],
  "iam-no-wildcard-action": [
    change("role-policy", "policy", allow({ Action: "*", Resource: "arn:aws:s3:::x" })),
    change("role-policy", "policy", allow({ Action: ["s3:*"], Resource: "*" })),
    change("role", "inlinePolicies.0.policy", allow({ Action: "ec2:*", Resource: "arn:aws:s3:::x" })),
  ],
  "iam-scoped-resource": [
    change("role-policy", "policy", allow({ Action: "s3:PutObject", Resource: "*" })),
    change(
      "role-policy",
      "policy",
      allow({ Action: ["ec2:DescribeTags", "ec2:CreateTags"], Resource: ["*"] }),
    ),
    change("role", "inlinePolicies.0.policy", allow({ Action: "sqs:SendMessage", Resource: "*" })),
  ],
  "iam-no-admin-policy": [
    change("role-attachment", "policyArn", "arn:aws:iam::aws:policy/AdministratorAccess"),
    change("role-attachment", "policyArn", "arn:aws:iam::aws:policy/PowerUserAccess"),
    change("role", "managedPolicyArns", ["arn:aws:iam::aws:policy/IAMFullAccess"]),
  ],
};
