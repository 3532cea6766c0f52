import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { physicalName } from "../../lib/names";
import type { Identity } from "../../settings/identity";

export interface FlowLogsArgs {
  readonly identity: Identity;
  readonly vpcId: pulumi.Input<string>;
  /** KMS key of the log group. Default: the key of CloudWatch Logs. */
  readonly keyArn?: pulumi.Input<string>;
  /** Days, one of CloudWatch's retention steps. Default 365. */
  readonly retentionDays?: number;
}

/** Who talked to whom in a VPC, kept in CloudWatch Logs. */
export class FlowLogs extends pulumi.ComponentResource {
  constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:FlowLogs", name, {}, opts);
    const { identity, vpcId, keyArn, retentionDays = 365 } = args;
    const group = new aws.cloudwatch.LogGroup(
      `${name}-group`,
      {
        name: `/towpath/${physicalName([identity.project, identity.stack])}/flow`,
        retentionInDays: retentionDays,
        tags: identity.tags,
        ...(keyArn === undefined ? {} : { kmsKeyId: keyArn }),
      },
      { parent: this },
    );
    const role = new aws.iam.Role(
      `${name}-role`,
      { assumeRolePolicy: JSON.stringify(ASSUMED_BY_FLOW_LOGS), tags: identity.tags },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      `${name}-write`,
      { role: role.name, policy: group.arn.apply(arn => JSON.stringify(writePolicy(arn))) },
      { parent: this },
    );
    new aws.ec2.FlowLog(
      `${name}-log`,
      {
        vpcId,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: group.arn,
        iamRoleArn: role.arn,
        maxAggregationInterval: 600,
        tags: identity.tags,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

const ASSUMED_BY_FLOW_LOGS = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
      Action: "sts:AssumeRole",
    },
  ],
};

function writePolicy(groupArn: string) {
  const Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"];
  const Resource = [groupArn, `${groupArn}:*`];
  return { Version: "2012-10-17", Statement: [{ Sid: "WriteFlows", Effect: "Allow", Action, Resource }] };
}
