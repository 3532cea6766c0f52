import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { StackKey } from "../network/stack-key";
import { type Alarm, alarmsOf } from "./alarms";

export interface HostAlarmsArgs {
  readonly identity: Identity;
  readonly region: string;
  readonly instanceId: pulumi.Input<string>;
  readonly instanceType: string;
  /** Where the host puts its own metrics. */
  readonly namespace: string;
  /** Whether anything is backed up by the clock. */
  readonly backups: boolean;
  /** Who is told; absent: whoever subscribes to the topic. */
  readonly email?: string;
  /** The stack's KMS key; absent: the topic gets one, since CloudWatch may not use SNS' own. */
  readonly keyArn?: pulumi.Input<string>;
}

/** The CloudWatch namespace of a host's own metrics. */
export function metricsNamespace({ project, stack }: Identity): string {
  return `towpath/${project}-${stack}`;
}

/** Alarms of a host that see it from outside, and a topic that tells of them. */
export class HostAlarms extends pulumi.ComponentResource {
  readonly topicArn: pulumi.Output<string>;

  constructor(
    name: string,
    private readonly args: HostAlarmsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:HostAlarms", name, {}, opts);
    const { identity, keyArn, email } = args;
    const topic = new aws.sns.Topic(
      `${name}-topic`,
      {
        kmsMasterKeyId: keyArn ?? this.ownKey(name),
        tags: identity.tags,
      },
      { parent: this },
    );
    this.topicArn = topic.arn;
    if (email !== undefined) {
      new aws.sns.TopicSubscription(
        `${name}-email`,
        { topic: topic.arn, protocol: "email", endpoint: email },
        { parent: this },
      );
    }
    for (const alarm of alarmsOf(args)) this.alarm(name, alarm);
    this.registerOutputs({ topicArn: this.topicArn });
  }

  private ownKey(name: string): pulumi.Output<string> {
    const { identity, region } = this.args;
    return new StackKey(`${name}-key`, { identity, region, kept: false }, { parent: this }).arn;
  }

  private alarm(name: string, alarm: Alarm): void {
    const { identity, instanceId, namespace } = this.args;
    const below = alarm.below !== undefined;
    const subject = alarm.ec2
      ? { namespace: "AWS/EC2", dimensions: { InstanceId: instanceId } }
      : { namespace };
    new aws.cloudwatch.MetricAlarm(
      `${name}-${alarm.key}`,
      {
        ...subject,
        alarmDescription: `${alarm.description} (${identity.project} ${identity.stack})`,
        metricName: alarm.metric,
        statistic: below ? "Minimum" : alarm.metric === "CPUUtilization" ? "Average" : "Maximum",
        comparisonOperator: below ? "LessThanThreshold" : "GreaterThanThreshold",
        threshold: alarm.below ?? alarm.above ?? 0,
        period: alarm.period,
        evaluationPeriods: alarm.periods,
        treatMissingData: alarm.missing,
        alarmActions: [this.topicArn],
        okActions: [this.topicArn],
        tags: identity.tags,
      },
      { parent: this },
    );
  }
}
