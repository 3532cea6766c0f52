import { describe, expect, it } from "vitest";
import { HostAlarms, type HostAlarmsArgs } from "../../../components/platforms/vm/host-alarms";
import { evaluate } from "../../../policies/evaluate";
import { subjectOf } from "../../../policies/subject";
import { estimate } from "../../../pricing/estimate";
import { only, runComponent } from "../../harness/run-component";
import { dockerHost, identity } from "./host-fixture";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

const run = async (change: Partial<HostAlarmsArgs> = {}) => {
  const { resources } = await runComponent(() => {
    new HostAlarms("alarms", {
      identity,
      region: "us-east-1",
      instanceId: "i-1",
      instanceType: "t4g.small",
      namespace: "towpath/shop-dev",
      backups: true,
      email: "ops@example.com",
      ...change,
    });
  });
  return resources;
};

describe("alarms of a host", () => {
  it("see it from outside, its disks and containers from inside", async () => {
    const resources = await run();
    const alarms = resources.filter(({ type }) => type === ALARM);
    expect(
      alarms.map(({ name, inputs }) => [name, inputs.namespace, inputs.metricName, inputs.threshold]),
    ).toEqual([
      ["alarms-backups", "towpath/shop-dev", "BackupsOverdue", 0],
      ["alarms-containers", "towpath/shop-dev", "UnhealthyContainers", 0],
      ["alarms-cpu", "AWS/EC2", "CPUUtilization", 90],
      ["alarms-credits", "AWS/EC2", "CPUCreditBalance", 10],
      ["alarms-disk", "towpath/shop-dev", "DiskUsedPercent", 85],
      ["alarms-down", "AWS/EC2", "StatusCheckFailed", 0],
    ]);
    const credits = only(resources, ALARM, "alarms-credits").inputs;
    expect(credits).toMatchObject({ comparisonOperator: "LessThanThreshold", statistic: "Minimum" });
    expect(only(resources, ALARM, "alarms-down").inputs.treatMissingData).toBe("breaching");
  });

  it("leave out what there is not: credits of other types, and backups", async () => {
    const resources = await run({ instanceType: "m7g.large", backups: false });
    expect(resources.filter(({ type }) => type === ALARM)).toHaveLength(4);
  });

  it("tell of it by an encrypted topic that CloudWatch may use", async () => {
    const resources = await run();
    const topic = only(resources, "aws:sns/topic:Topic");
    const key = only(resources, "aws:kms/key:Key");
    expect(String(topic.inputs.kmsMasterKeyId)).toContain("key");
    expect(JSON.parse(String(key.inputs.policy)).Statement).toContainEqual(
      expect.objectContaining({
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      }),
    );
    const given = await run({ keyArn: "arn:aws:kms:us-east-1:123456789012:key/k" });
    expect(only(given, "aws:sns/topic:Topic").inputs.kmsMasterKeyId).toContain("key/k");
    expect(given.filter(({ type }) => type === "aws:kms/key:Key")).toEqual([]);
  });

  it("break no policy, with a host that may put metrics into its own namespace alone", async () => {
    const { resources } = await runComponent(() => {
      dockerHost({ metricsNamespace: "towpath/shop-dev", backupDays: 90 });
    });
    const subjects = [...(await run()), ...resources].map(subjectOf);
    for (const environment of ["dev", "prod"] as const) {
      const { findings } = evaluate(subjects, { environment }, "2026-11-23");
      const of = findings.map(
        ({ rule, level, resource }) => `${level} ${rule} ${resource.split("::").at(-1)}`,
      );
      // What a host chooses for itself has a test of its own.
      expect(of.filter(text => !/ (bucket-|detailed-monitoring|egress-limited)/.test(text))).toEqual([]);
    }
  });

  it("have a price, metrics of the host's own too", async () => {
    const { lines, unpriced, expectedUsd } = estimate(await run(), { region: "us-east-1" });
    expect(unpriced).toEqual([]);
    expect(lines.filter(({ what }) => what === "custom metric")).toHaveLength(3);
    // Six alarms, three metrics and a key.
    expect(expectedUsd).toBeCloseTo(6 * 0.1 + 3 * 0.3 + 1);
  });
});
