/** An ARN's parts: `arn:partition:service:region:account:kind/id`, or `kind:id`, or the id alone. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly kind: string;
  readonly id: string;
}

export function parseArn(arn: string): Arn {
  const [, , service = "", region = "", , ...rest] = arn.split(":");
  const [, kind = "", id = ""] = /^([^/:]+)[/:](.+)$/.exec(rest.join(":")) ?? ["", "", rest.join(":")];
  return { service, region, kind, id };
}

type Removal = (arn: string, parts: Arn) => string;

const ec2 =
  (verb: string, option: string): Removal =>
  (_, { id }) =>
    `aws ec2 ${verb} --${option} ${id}`;

/** How each kind goes, as a command of the AWS CLI; by service and kind. */
const REMOVALS: Readonly<Record<string, Removal>> = {
  "ec2 elastic-ip": ec2("release-address", "allocation-id"),
  "ec2 instance": ec2("terminate-instances", "instance-ids"),
  "ec2 internet-gateway": ec2("delete-internet-gateway", "internet-gateway-id"),
  "ec2 launch-template": ec2("delete-launch-template", "launch-template-id"),
  "ec2 natgateway": ec2("delete-nat-gateway", "nat-gateway-id"),
  "ec2 network-interface": ec2("delete-network-interface", "network-interface-id"),
  "ec2 route-table": ec2("delete-route-table", "route-table-id"),
  "ec2 security-group": ec2("delete-security-group", "group-id"),
  "ec2 snapshot": ec2("delete-snapshot", "snapshot-id"),
  "ec2 subnet": ec2("delete-subnet", "subnet-id"),
  "ec2 volume": ec2("delete-volume", "volume-id"),
  "ec2 vpc": ec2("delete-vpc", "vpc-id"),
  "ec2 vpc-endpoint": ec2("delete-vpc-endpoints", "vpc-endpoint-ids"),
  "ecr repository": (_, { id }) => `aws ecr delete-repository --force --repository-name ${id}`,
  "eks cluster": (_, { id }) => `aws eks delete-cluster --name ${id}`,
  "eks nodegroup": (_, { id }) => {
    const [cluster, group] = id.split("/");
    return `aws eks delete-nodegroup --cluster-name ${cluster} --nodegroup-name ${group}`;
  },
  "elasticfilesystem file-system": (_, { id }) => `aws efs delete-file-system --file-system-id ${id}`,
  "elasticloadbalancing loadbalancer": (arn, { id }) =>
    /^(net|app|gwy)\//.test(id)
      ? `aws elbv2 delete-load-balancer --load-balancer-arn ${arn}`
      : `aws elb delete-load-balancer --load-balancer-name ${id}`,
  "elasticloadbalancing targetgroup": arn => `aws elbv2 delete-target-group --target-group-arn ${arn}`,
  "kms key": (_, { id }) => `aws kms schedule-key-deletion --key-id ${id}`,
  "logs log-group": (_, { id }) => `aws logs delete-log-group --log-group-name ${id.replace(/:\*$/, "")}`,
  "s3 ": (_, { id }) => `aws s3 rb --force s3://${id}`,
  "ssm document": (_, { id }) => `aws ssm delete-document --name ${id}`,
  // The ARN of a parameter whose name begins with a slash does not repeat it.
  "ssm parameter": (_, { id }) => `aws ssm delete-parameter --name ${id.includes("/") ? `/${id}` : id}`,
};

/** The command that removes a resource, or undefined for a kind that has none here. */
export function removalOf(arn: string): string | undefined {
  const parts = parseArn(arn);
  return REMOVALS[`${parts.service} ${parts.kind}`]?.(arn, parts);
}
