import type { PolicyStatement } from "../../registry/registry";
import { allow } from "../allow";
import type { Statement } from "../vm/policy-document";

/** Reads of parameters that AmazonSSMManagedInstanceCore would allow for the whole account. */
const READ_PARAMETERS = [
  "ssm:GetParameter",
  "ssm:GetParameterHistory",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
];

/** What an agent may do: read its token and the servers' version, and no other parameter. */
export function agentStatements(parameterArns: readonly string[]): Statement[] {
  return parameters(parameterArns, ["ssm:GetParameter"]);
}

export interface ServerGrants {
  /** ARNs of the cluster's parameters. */
  readonly parameterArns: readonly string[];
  readonly bucketArn: string;
  /** What Cluster Autoscaler may do, which runs on servers by their role. */
  readonly autoscaler: readonly PolicyStatement[];
  /** What the EBS driver may do, which runs on servers too. */
  readonly volumes: readonly PolicyStatement[];
}

/** What a server may do: hand out tokens and kubeconfig, keep snapshots, and see which instances are left. */
export function serverStatements({
  parameterArns,
  bucketArn,
  autoscaler,
  volumes,
}: ServerGrants): Statement[] {
  return [
    ...parameters(parameterArns, ["ssm:GetParameter", "ssm:PutParameter"]),
    allow("KeepSnapshots", ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [`${bucketArn}/etcd/*`]),
    allow("ListSnapshots", ["s3:ListBucket", "s3:GetBucketLocation"], [bucketArn]),
    allow("SeeInstances", ["ec2:DescribeInstances"], ["*"]),
    ...autoscaler,
    ...volumes,
  ];
}

function parameters(arns: readonly string[], actions: readonly string[]): Statement[] {
  return [
    allow("OwnParameters", actions, arns),
    { Sid: "NoOtherParameters", Effect: "Deny", Action: READ_PARAMETERS, NotResource: arns },
  ];
}
