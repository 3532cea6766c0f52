import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";

export interface DailySnapshotsArgs {
  readonly identity: Identity;
  /** Value of the tag `towpath:snapshot` on the disks to take. */
  readonly mark: string;
  /** Snapshots kept of each disk, at least 1. */
  readonly kept: number;
}

/** Snapshots of the marked disks, every day at 02:00 UTC, by Data Lifecycle Manager. */
export class DailySnapshots extends pulumi.ComponentResource {
  constructor(name: string, args: DailySnapshotsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:DailySnapshots", name, {}, opts);
    const { identity, mark, kept } = args;
    const role = new aws.iam.Role(
      `${name}-role`,
      { assumeRolePolicy: JSON.stringify(ASSUMED_BY_DLM), tags: identity.tags },
      { parent: this },
    );
    const managed = new aws.iam.RolePolicyAttachment(
      `${name}-dlm`,
      {
        role: role.name,
        policyArn: "arn:aws:iam::aws:policy/service-role/AWSDataLifecycleManagerServiceRole",
      },
      { parent: this },
    );
    const schedule = {
      name: "daily",
      createRule: { interval: 24, intervalUnit: "HOURS", times: "02:00" },
      retainRule: { count: kept },
      copyTags: true,
    };
    new aws.dlm.LifecyclePolicy(
      `${name}-daily`,
      {
        description: `Daily snapshots of ${mark}`,
        executionRoleArn: role.arn,
        state: "ENABLED",
        policyDetails: {
          resourceTypes: ["VOLUME"],
          targetTags: { "towpath:snapshot": mark },
          schedules: [schedule],
        },
        tags: identity.tags,
      },
      { parent: this, dependsOn: [managed] },
    );
    this.registerOutputs({});
  }
}

const ASSUMED_BY_DLM = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "dlm.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
