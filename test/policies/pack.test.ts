import type { Policies, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { describe, expect, it } from "vitest";
import { policiesOf } from "../../policies/pack";
import { defineRule } from "../../policies/rule";
import { RULES } from "../../policies/rules";
import { engineInputs, UNKNOWN_TEXT } from "./engine-objects";

const TODAY = "2026-11-23";
const CONFIG = { environment: "prod", budget: { maxMonthlyUsd: 5 } } as const;
const policies = policiesOf(CONFIG, TODAY);

type Policy = Policies[number];
const named = (name: string, among: Policies = policies): Policy => {
  const found = among.find(policy => policy.name === name);
  if (found === undefined) throw new Error(`no policy ${name}`);
  return found;
};

/** A resource as the engine hands it over: its objects throw on unknown values. */
const resource = (
  type: string,
  name: string,
  props: Record<string, unknown>,
  dependencies: unknown[] = [],
) => ({
  type,
  name,
  urn: `urn:${name}`,
  props: engineInputs(props),
  opts: { protect: false },
  dependencies,
  isType: () => false,
});

type Resource = ReturnType<typeof resource>;
interface Asked {
  readonly policies?: Policies;
  /** What the engine's configuration says of the policy. */
  readonly settings?: object;
  /** What the engine shows at the end, when that is not what it showed of each resource. */
  readonly atEnd?: readonly Resource[];
}

/** What a policy reports when the engine calls all of a pack, resource for resource and then at the end. */
function violations(name: string, resources: readonly Resource[], asked: Asked = {}): string[] {
  const { policies: among = policiesOf(CONFIG, TODAY), settings = {}, atEnd = resources } = asked;
  const said: string[] = [];
  const reportOf = (policy: Policy) => (message: string, urn?: string) => {
    if (policy.name === name) said.push(`${urn}: ${message}`);
  };
  const inForce = among.filter(({ enforcementLevel }) => enforcementLevel !== "disabled");
  const config = { getConfig: () => settings, notApplicable: () => undefined };
  for (const one of resources)
    for (const policy of inForce) {
      const validations = "validateResource" in policy ? [policy.validateResource ?? []].flat() : [];
      for (const validate of validations)
        validate({ ...one, ...config } as object as ResourceValidationArgs, reportOf(policy));
    }
  for (const policy of inForce)
    if ("validateStack" in policy)
      policy.validateStack(
        { resources: atEnd, ...config } as object as StackValidationArgs,
        reportOf(policy),
      );
  return said;
}

describe("the policy pack", () => {
  it("has every rule once, and one that tells what was not evaluated", () => {
    const names = policies.map(({ name }) => name);
    expect(names).toEqual(["resource-inputs", "not-evaluated", ...RULES.map(({ id }) => id)]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("changes nothing, for the compiled pack says so without looking", () => {
    expect(policies.filter(policy => "remediateResource" in policy)).toEqual([]);
  });

  it("takes its levels from the environment", () => {
    const dev = policiesOf({ environment: "dev" }, TODAY);
    expect(named("log-retention").enforcementLevel).toBe("mandatory");
    expect(named("log-retention", dev).enforcementLevel).toBe("advisory");
    expect(named("no-open-admin-port", dev).enforcementLevel).toBe("mandatory");
  });

  it("takes levels and exceptions from the stack, and no rule that does not exist", () => {
    const exception = { rule: "log-retention", resource: "logs", reason: "kept elsewhere", until: TODAY };
    const config = {
      environment: "prod",
      levels: { "log-retention": "advisory" },
      exceptions: [exception],
    } as const;
    const today = policiesOf(config, TODAY);
    expect(named("log-retention", today).enforcementLevel).toBe("advisory");
    const logs = (name: string) => resource("aws:cloudwatch/logGroup:LogGroup", name, {});
    expect(violations("log-retention", [logs("logs")], { policies: today })).toEqual([]);
    expect(violations("log-retention", [logs("other")], { policies: today })).toHaveLength(1);
    const later = policiesOf(config, "2026-11-24");
    expect(violations("log-retention", [logs("logs")], { policies: later })).toHaveLength(1);
    expect(() => policiesOf({ environment: "prod", levels: { "log-retenton": "disabled" } }, TODAY)).toThrow(
      "towpath:policies.levels.log-retenton: there is no rule log-retenton; write log-retention",
    );
  });

  it("reports the fault and the fix on the resource", () => {
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {});
    expect(violations("log-retention", [logs])).toEqual([
      "urn:logs: logs are kept for ever; set retentionInDays",
    ]);
  });

  it("follows the engine's dependencies from a bucket to its settings", () => {
    const bucket = resource("aws:s3/bucket:Bucket", "b", {});
    const versions = resource(
      "aws:s3/bucketVersioning:BucketVersioning",
      "v",
      { bucket: UNKNOWN_TEXT, versioningConfiguration: { status: "Enabled" } },
      [bucket],
    );
    expect(violations("bucket-versioned", [bucket, versions])).toEqual([]);
    expect(violations("bucket-versioned", [bucket])).toHaveLength(1);
  });

  it("decides on what resources were given, even where the engine has no outputs yet", () => {
    const given = (props: Record<string, unknown>) => [
      resource("kubernetes:apps/v1:Deployment", "web", props),
      resource("kubernetes:networking.k8s.io/v1:NetworkPolicy", "deny", {
        ...props,
        ...(props.metadata ? { spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } } : {}),
      }),
    ];
    const inputs = given({ metadata: { namespace: "shop" } });
    const rule = "namespace-network-policy";
    expect(violations(rule, given({}))).toHaveLength(1);
    expect(violations(rule, inputs, { atEnd: given({}) })).toEqual([]);
    expect(violations(rule, inputs.slice(0, 1), { atEnd: given({}) })).toHaveLength(1);
  });

  it("lets no unknown value pass in silence", () => {
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {
      retentionInDays: UNKNOWN_TEXT,
    });
    expect(violations("log-retention", [logs])).toEqual([]);
    expect(violations("not-evaluated", [logs])).toEqual([
      "urn:logs: log-kept-a-year is not evaluated on logs",
      "urn:logs: log-retention is not evaluated on logs",
    ]);
  });

  it("holds the stack to its budget", () => {
    const machine = resource("aws:ec2/instance:Instance", "m", { instanceType: "t4g.small" });
    expect(violations("budget", [machine])).toEqual([
      expect.stringMatching(/^urn:m: the stack is expected to cost 12\.9 USD a month; the budget is 5;/),
    ]);
  });

  it("leaves out a resource with an exception in force", () => {
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {});
    const until = (day: string) => ({
      exceptions: [{ resource: "logs", reason: "kept by law", until: day }],
    });
    expect(violations("log-retention", [logs], { settings: until("2026-11-22") })).toHaveLength(1);
    expect(violations("log-retention", [logs], { settings: until(TODAY) })).toEqual([]);
  });

  it("misses nothing when its first look is switched off", () => {
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {});
    const blind = policiesOf(CONFIG, TODAY).filter(
      ({ name }) => !["resource-inputs", "not-evaluated"].includes(name),
    );
    expect(violations("log-retention", [logs], { policies: blind })).toHaveLength(1);
    const bucket = resource("aws:s3/bucket:Bucket", "b", {});
    expect(violations("bucket-versioned", [bucket], { policies: blind })).toHaveLength(1);
  });

  it.each(["resource", "stack"] as const)("ends when a rule about a %s fails", scope => {
    const broken = defineRule({
      id: "broken",
      severity: "advisory",
      sources: [],
      title: "Broken",
      why: "x",
      fix: "x",
      scope,
      facts: subject => [subject],
      fault: () => {
        throw new Error("no such thing");
      },
    });
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {});
    const packed = policiesOf({ environment: "dev" }, TODAY, [broken]);
    expect(() => violations("broken", [logs], { policies: packed })).toThrow("no such thing");
  });
});
