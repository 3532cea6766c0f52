import { make, tags, unknown } from "./make";

export const NETWORK = [
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
