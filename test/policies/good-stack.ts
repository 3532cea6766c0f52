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
  make("aws:cloudwatch/logGroup:LogGroup", "log-group", { retentionInDays: 365, kmsKeyId: unknown }),
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
    securityGroupId: "sg-proxy",
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    cidrIpv4: "0.0.0.0/0",
    description: "HTTP, to be redirected",
  }),
  make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ingress-rule-tls", {
    securityGroupId: "sg-proxy",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "0.0.0.0/0",
    description: "HTTPS",
  }),
  make("aws:ec2/subnet:Subnet", "subnet", { cidrBlock: "10.0.0.0/20", mapPublicIpOnLaunch: false }),
  make("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "egress-rule", {
    ipProtocol: "udp",
    fromPort: 123,
    toPort: 123,
    cidrIpv6: "::/0",
    description: "Time",
  }),
  make("aws:lb/loadBalancer:LoadBalancer", "balancer", {
    loadBalancerType: "application",
    dropInvalidHeaderFields: true,
    accessLogs: { bucket: unknown, enabled: true },
    enableDeletionProtection: true,
    tags,
  }),
  make("aws:lb/listener:Listener", "listener", {
    protocol: "HTTPS",
    port: 443,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  }),
];

const metadataOptions = { httpTokens: "required", httpPutResponseHopLimit: 1 };
/** What the daemon of a good machine is told. */
export const DAEMON: Props = {
  icc: false,
  "live-restore": true,
  "log-opts": { "max-size": "10m" },
  "no-new-privileges": true,
  "userland-proxy": false,
};

/** User data of a machine whose Docker daemon has these settings. */
export function cloudConfig(daemon: Props): string {
  const file = `  - path: /etc/docker/daemon.json\n    content: '${JSON.stringify(daemon)}'\n`;
  const command = "  - TOKEN=$(aws ssm get-parameter --name /shop/token)\n";
  return `#cloud-config\nwrite_files:\n${file}runcmd:\n${command}`;
}

const MACHINES = [
  make("aws:ec2/instance:Instance", "machine", {
    instanceType: "t4g.small",
    iamInstanceProfile: unknown,
    monitoring: true,
    ebsOptimized: true,
    associatePublicIpAddress: false,
    metadataOptions,
    rootBlockDevice: { encrypted: true, volumeSize: 20 },
    userData: cloudConfig(DAEMON),
    tags,
  }),
  make("aws:ec2/launchTemplate:LaunchTemplate", "template", {
    metadataOptions,
    monitoring: { enabled: true },
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
    { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown } }] },
    ["bucket"],
  ),
  make("aws:s3/bucketLogging:BucketLogging", "bucket-logging", { targetPrefix: "bucket/" }, ["bucket"]),
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
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: unknown }],
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
    name: "shop",
    skipDefaultNodeGroup: true,
    deletionProtection: true,
    endpointPublicAccess: true,
    publicAccessCidrs: ["203.0.113.0/24"],
    encryptionConfigKeyArn: unknown,
    enabledClusterLogTypes,
    authenticationMode: "API",
    upgradePolicy: { supportType: "STANDARD" },
    tags,
  }),
  make("aws:eks/cluster:Cluster", "plain-cluster", {
    name: "plain",
    version: "1.35",
    deletionProtection: true,
    vpcConfig: { endpointPublicAccess: false },
    encryptionConfig: { provider: { keyArn: unknown }, resources: ["secrets"] },
    enabledClusterLogTypes,
    accessConfig: { authenticationMode: "API" },
    upgradePolicy: { supportType: "STANDARD" },
    tags,
  }),
  ...["shop", "plain"].map(clusterName =>
    make("aws:eks/addon:Addon", `${clusterName}-network`, {
      clusterName,
      addonName: "vpc-cni",
      configurationValues: JSON.stringify({ enableNetworkPolicy: "true" }),
    }),
  ),
  ...["web", "worker"].map(serviceAccount =>
    make("aws:eks/podIdentityAssociation:PodIdentityAssociation", `${serviceAccount}-identity`, {
      clusterName: "shop",
      namespace: "shop",
      serviceAccount,
      roleArn: `arn:aws:iam::111122223333:role/${serviceAccount}`,
    }),
  ),
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
  runAsUser: 10_001,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};
const amounts = { cpu: "250m", memory: "256Mi", "ephemeral-storage": "128Mi" };
const labels = { app: "web" };
const pod = (extra: Props) => ({
  metadata: { labels },
  spec: {
    automountServiceAccountToken: false,
    serviceAccountName: "web",
    topologySpreadConstraints: [{ topologyKey: "kubernetes.io/hostname", maxSkew: 1 }],
    volumes: [{ name: "scratch", emptyDir: {} }],
    containers: [
      {
        name: "web",
        image,
        securityContext,
        resources: { requests: amounts, limits: amounts },
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
    metadata: { ...metadata, name: "web" },
    spec: {
      template: pod({
        readinessProbe: { httpGet: { path: "/", port: 80 } },
        startupProbe: { tcpSocket: { port: 80 } },
      }),
    },
  }),
  make("kubernetes:apps/v1:StatefulSet", "stateful-set", {
    metadata: { ...metadata, name: "store" },
    spec: { replicas: 2, template: pod({ readinessProbe: { exec: { command: ["true"] } } }) },
  }),
  make("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "autoscaler", {
    metadata,
    spec: { minReplicas: 2, maxReplicas: 4, scaleTargetRef: { kind: "Deployment", name: "web" } },
  }),
  make("kubernetes:policy/v1:PodDisruptionBudget", "disruptions", {
    metadata,
    spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
  }),
  make("kubernetes:core/v1:PersistentVolumeClaim", "claim", {
    metadata: { ...metadata, name: "uploads" },
    spec: { accessModes: ["ReadWriteOnce"] },
  }),
  make("kubernetes:batch/v1:CronJob", "cron-job", {
    metadata,
    spec: { jobTemplate: { spec: { template: pod({}) } } },
  }),
  make("kubernetes:core/v1:Service", "service", { metadata, spec: { type: "ClusterIP" } }),
  make("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "cluster-role", {
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }],
  }),
  make("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "role-binding", {
    metadata,
    roleRef: { kind: "ClusterRole", name: "reader" },
    subjects: [{ kind: "ServiceAccount", name: "web", namespace: "shop" }],
  }),
  make("kubernetes:core/v1:ConfigMap", "config-map", { metadata: { ...metadata, name: "settings" } }),
  make("kubernetes:helm.sh/v3:Release", "release", {
    chart: "traefik",
    version: "39.0.1",
    repositoryOpts: { repo: "https://traefik.github.io/charts" },
  }),
];

const COMPOSE = [
  make("towpath:workloads:DockerApp", "app", {
    compose: {
      services: {
        web: {
          image: "${TOWPATH_IMAGE_WEB}",
          user: "10001:10001",
          read_only: true,
          cap_drop: ["ALL"],
          cap_add: ["NET_BIND_SERVICE"],
          security_opt: ["no-new-privileges:true"],
          mem_limit: "256m",
          cpus: 0.5,
          pids_limit: 200,
          restart: "unless-stopped",
          healthcheck: { test: ["CMD", "true"] },
          logging: { driver: "json-file", options: { "max-size": "10m", "max-file": "3" } },
          ports: ["127.0.0.1:8080:80", { target: 443, published: "443" }],
          volumes: [
            { type: "bind", source: "/srv/towpath/volumes/data", target: "/data" },
            "/etc/localtime:/etc/localtime:ro",
            { type: "volume", source: "uploads", target: "/uploads" },
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
