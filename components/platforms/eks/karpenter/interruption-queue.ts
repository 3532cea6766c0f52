import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../../settings/identity";
import { policyDocument } from "../../vm/policy-document";

/** What AWS says of machines that it is about to take away. Source: Karpenter, "Interruption" of its disruption guide. */
const EVENTS = {
  "scheduled-change": { source: "aws.health", "detail-type": "AWS Health Event" },
  "spot-interruption": { source: "aws.ec2", "detail-type": "EC2 Spot Instance Interruption Warning" },
  rebalance: { source: "aws.ec2", "detail-type": "EC2 Instance Rebalance Recommendation" },
  "state-change": { source: "aws.ec2", "detail-type": "EC2 Instance State-change Notification" },
} as const;

/** A warning that is older than this has come true, seconds. */
const KEPT_SECONDS = 300;

export interface InterruptionQueueArgs {
  readonly identity: Identity;
  /** Name of the queue, which is the cluster's. */
  readonly queueName: string;
}

/** Warnings of spot interruptions and the like, by EventBridge to a queue that Karpenter reads. */
export class InterruptionQueue extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** What must stand before a warning arrives. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: InterruptionQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:InterruptionQueue", name, {}, opts);
    const { identity, queueName } = args;
    const queue = new aws.sqs.Queue(
      `${name}-queue`,
      {
        name: queueName,
        messageRetentionSeconds: KEPT_SECONDS,
        sqsManagedSseEnabled: true,
        tags: identity.tags,
      },
      { parent: this },
    );
    const rules = Object.entries(EVENTS).map(([key, event]) =>
      this.rule(`${name}-${key}`, identity, queue, event),
    );
    const policy = new aws.sqs.QueuePolicy(
      `${name}-policy`,
      {
        queueUrl: queue.url,
        policy: pulumi
          .all([queue.arn, pulumi.all(rules.map(({ rule }) => rule.arn))])
          .apply(([queueArn, ruleArns]) => policyDocument(whoSends(queueArn, ruleArns))),
      },
      { parent: this },
    );
    this.arn = queue.arn;
    this.ready = [policy, ...rules.map(({ target }) => target)];
    this.registerOutputs({ arn: this.arn });
  }

  private rule(
    name: string,
    identity: Identity,
    queue: aws.sqs.Queue,
    event: Readonly<Record<string, string>>,
  ) {
    const pattern = Object.fromEntries(Object.entries(event).map(([key, value]) => [key, [value]]));
    const rule = new aws.cloudwatch.EventRule(
      name,
      { eventPattern: JSON.stringify(pattern), tags: identity.tags },
      { parent: this },
    );
    const target = new aws.cloudwatch.EventTarget(
      name,
      { rule: rule.name, arn: queue.arn },
      { parent: this },
    );
    return { rule, target };
  }
}

/** The rules alone may send, and nobody may talk to the queue without TLS. */
function whoSends(queueArn: string, ruleArns: readonly string[]) {
  return [
    {
      Sid: "RulesSend",
      Effect: "Allow" as const,
      Principal: { Service: "events.amazonaws.com" },
      Action: ["sqs:SendMessage"],
      Resource: [queueArn],
      Condition: { ArnEquals: { "aws:SourceArn": [...ruleArns] } },
    },
    {
      Sid: "TlsOnly",
      Effect: "Deny" as const,
      Principal: "*",
      Action: ["sqs:*"],
      Resource: [queueArn],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}
