import type { PolicyResource } from "../../policies/subject";

type Props = Record<string, unknown>;

export const make = (
  type: string,
  name: string,
  props: Props,
  dependsOn: readonly string[] = [],
): PolicyResource => ({ type, name, urn: name, props, dependencies: dependsOn });

const tags = { owner: "shop" };
const policy = (...statements: Props[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const unknown = "[unknown]";

const NETWORK = [
  make("pulumi:pulumi:Stack", "stack", {}),
  make("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16", tags }),
  make("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default-group", { vpcId: unknown }, ["vpc"]),
  make("aws:ec2/flowLog:FlowLog", "flow-log", { vpcId: unknown }, ["vpc"]),
  make("aws:cloudwatch/logGroup:LogGroup", "log-group", { retentionInDays: 30, kmsKeyId: unknown }),
  make("aws:ec2/securityGroup:SecurityGroup", "group", {
    description: "The web tier",
    ingress: [
      { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], description: "HTTPS" },
    ],
    egress: [
      { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], description: "HTTPS" },
    ],
  }),
  make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ingress-rule", {
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    cidrIpv4: "0.0.0.0/0",
    description: "HTTP, to be redirected",
  }),
  make("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "egress-rule", {
    ipProtocol: "udp",
    fromPort: 123,
    toPort: 123,
    cidrIpv6: "::/0",
    description: "Time",
  }),
  make("aws:lb/loadBalancer:LoadBalancer", "balancer", { loadBalancerType: "application", tags }),
  make("aws:lb/listener:Listener", "listener", { protocol: "HTTPS", port: 443 }),
];

const metadataOptions = { httpTokens: "required", httpPutResponseHopLimit: 1 };
const MACHINES = [
  make("aws:ec2/instance:Instance", "machine", {
    instanceType: "t4g.small",
    associatePublicIpAddress: false,
    metadataOptions,
    rootBlockDevice: { encrypted: true, volumeSize: 20 },
    userData: "#cloud-config\nruncmd:\n  - TOKEN=$(aws ssm get-parameter --name /shop/token)\n",
    tags,
  }),
  make("aws:ec2/launchTemplate:LaunchTemplate", "template", {
    metadataOptions,
    blockDeviceMappings: [{ deviceName: "/dev/sda1", ebs: { encrypted: "true", volumeSize: 20 } }],
    networkInterfaces: [{ associatePublicIpAddress: "false" }],
    userData: Buffer.from("#!/bin/sh\nk3s agent --token-file /run/k3s/token\n").toString("base64"),
  }),
  make("aws:ebs/volume:Volume", "disk", { size: 10, type: "gp3", encrypted: true, tags }),
];

const STORAGE = [
  make("aws:s3/bucket:Bucket", "bucket", { tags }),
  make(
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "bucket-block",
    {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    ["bucket"],
  ),
  make(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "bucket-encryption",
    {},
    ["bucket"],
  ),
  make(
    "aws:s3/bucketVersioning:BucketVersioning",
    "bucket-versions",
    { versioningConfiguration: { status: "Enabled" } },
    ["bucket"],
  ),
  make(
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "bucket-lifecycle",
    { rules: [{ abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }] },
    ["bucket"],
  ),
  make(
    "aws:s3/bucketPolicy:BucketPolicy",
    "bucket-policy",
    {
      policy: policy({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    },
    ["bucket"],
  ),
  make("aws:ecr/repository:Repository", "repository", {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    tags,
  }),
  make("aws:ecr/lifecyclePolicy:LifecyclePolicy", "repository-lifecycle", {}, ["repository"]),
];

const ACCESS = [
  make("aws:kms/key:Key", "key", {
    enableKeyRotation: true,
    policy: policy({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:*",
      Resource: "*",
    }),
    tags,
  }),
  make("aws:iam/role:Role", "role", {
    assumeRolePolicy: policy({
      Effect: "Allow",
      Principal: { Service: "ec2.amazonaws.com" },
      Action: "sts:AssumeRole",
    }),
    inlinePolicies: [
      {
        policy: policy({
          Effect: "Allow",
          Action: ["s3:GetObject"],
          Resource: ["arn:aws:s3:::releases/*"],
        }),
      },
    ],
  }),
  make("aws:iam/rolePolicy:RolePolicy", "role-policy", {
    policy: policy({ Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" }),
  }),
  make("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role-attachment", {
    policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  }),
];

const enabledClusterLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];
const CLUSTERS = [
  make("eks:index:Cluster", "cluster", {
    version: "1.35",
    skipDefaultNodeGroup: true,
    endpointPublicAccess: true,
    publicAccessCidrs: ["203.0.113.0/24"],
    encryptionConfigKeyArn: unknown,
    enabledClusterLogTypes,
    authenticationMode: "API",
    upgradePolicy: { supportType: "STANDARD" },
    tags,
  }),
  make("aws:eks/cluster:Cluster", "plain-cluster", {
    version: "1.35",
    vpcConfig: { endpointPublicAccess: false },
    encryptionConfig: { provider: { keyArn: unknown }, resources: ["secrets"] },
    enabledClusterLogTypes,
    accessConfig: { authenticationMode: "API" },
    upgradePolicy: { supportType: "STANDARD" },
    tags,
  }),
  make("aws:eks/nodeGroup:NodeGroup", "nodes", {
    instanceTypes: ["m7g.large"],
    scalingConfig: { minSize: 1, maxSize: 2 },
    tags,
  }),
];

const image = `registry.example.com/web:1.4@sha256:${"a".repeat(64)}`;
const securityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};
const pod = (extra: Props) => ({
  metadata: {},
  spec: {
    automountServiceAccountToken: false,
    volumes: [{ name: "scratch", emptyDir: {} }],
    containers: [
      {
        name: "web",
        image,
        securityContext,
        resources: { limits: { memory: "256Mi" } },
        env: [
          { name: "MODE", value: "live" },
          { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } },
          { name: "DB_PASSWORD_FILE", value: "/run/secrets/db" },
        ],
        ...extra,
      },
    ],
  },
});
const metadata = { namespace: "shop" };
const KUBERNETES = [
  make("kubernetes:core/v1:Namespace", "namespace", {
    metadata: { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
  }),
  make("kubernetes:networking.k8s.io/v1:NetworkPolicy", "deny", {
    metadata,
    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
  }),
  make("kubernetes:apps/v1:Deployment", "deployment", {
    metadata,
    spec: { template: pod({ readinessProbe: { httpGet: { path: "/", port: 80 } } }) },
  }),
  make("kubernetes:batch/v1:CronJob", "cron-job", {
    metadata,
    spec: { jobTemplate: { spec: { template: pod({}) } } },
  }),
  make("kubernetes:core/v1:Service", "service", { metadata, spec: { type: "ClusterIP" } }),
  make("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "cluster-role", {
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }],
  }),
];

const COMPOSE = [
  make("towpath:workloads:DockerApp", "app", {
    compose: {
      services: {
        web: {
          image: "${TOWPATH_IMAGE_WEB}",
          user: "1000:1000",
          read_only: true,
          cap_drop: ["ALL"],
          cap_add: ["NET_BIND_SERVICE"],
          security_opt: ["no-new-privileges:true"],
          mem_limit: "256m",
          pids_limit: 200,
          restart: "unless-stopped",
          healthcheck: { test: ["CMD", "true"] },
          logging: { driver: "json-file", options: { "max-size": "10m", "max-file": "3" } },
          ports: ["127.0.0.1:8080:80", { target: 443, published: "443" }],
          volumes: [
            { type: "bind", source: "/srv/towpath/volumes/data", target: "/data" },
            "/etc/localtime:/etc/localtime:ro",
          ],
          environment: { MODE: "live", API_TOKEN: "${API_TOKEN}" },
        },
      },
    },
  }),
];

/** A stack with at least one good resource for every rule. */
export const GOOD: readonly PolicyResource[] = [
  ...NETWORK,
  ...MACHINES,
  ...STORAGE,
  ...ACCESS,
  ...CLUSTERS,
  ...KUBERNETES,
  ...COMPOSE,
];
