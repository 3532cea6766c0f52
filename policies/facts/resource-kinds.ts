import type { PolicyResource } from "../subject";

/** The type tokens of each kind of resource that rules ask for by one noun. */
const KINDS = {
  bucket: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  cluster: ["eks:index:Cluster", "aws:eks/cluster:Cluster"],
  instance: ["aws:ec2/instance:Instance"],
  key: ["aws:kms/key:Key"],
  listener: ["aws:lb/listener:Listener", "aws:alb/listener:Listener"],
  loadBalancer: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  logGroup: ["aws:cloudwatch/logGroup:LogGroup"],
  namespace: ["kubernetes:core/v1:Namespace"],
  nodeGroup: ["aws:eks/nodeGroup:NodeGroup"],
  repository: ["aws:ecr/repository:Repository"],
  securityGroup: ["aws:ec2/securityGroup:SecurityGroup"],
  service: ["kubernetes:core/v1:Service"],
  subnet: ["aws:ec2/subnet:Subnet"],
  vpc: ["aws:ec2/vpc:Vpc"],
} as const;

export type Kind = keyof typeof KINDS;

/** The resource itself when it is of the kind, so that a rule's facts read as a noun. */
export function only(kind: Kind): (subject: PolicyResource) => readonly PolicyResource[] {
  return subject => (isA(kind, subject) ? [subject] : []);
}

export function isA(kind: Kind, { type }: PolicyResource): boolean {
  const types: readonly string[] = KINDS[kind];
  return types.includes(type);
}

export function typesOf(kind: Kind): readonly string[] {
  return KINDS[kind];
}
