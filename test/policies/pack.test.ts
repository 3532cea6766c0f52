import type { Policies, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { describe, expect, it } from "vitest";
import { policiesOf } from "../../policies/pack";
import { RULES } from "../../policies/rules";
import { engineInputs, UNKNOWN_TEXT } from "./engine-objects";

const TODAY = "2026-11-23";
const policies = policiesOf({ environment: "prod", budget: { maxMonthlyUsd: 5 } }, TODAY);

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
});

async function violations(policy: Policy, ...resources: ReturnType<typeof resource>[]): Promise<string[]> {
  const said: string[] = [];
  const report = (message: string, urn?: string) => said.push(`${urn}: ${message}`);
  const config = { getConfig: () => ({}) };
  if ("validateStack" in policy)
    await policy.validateStack({ resources, ...config } as object as StackValidationArgs, report);
  else if (typeof policy.validateResource === "function")
    for (const one of resources)
      await policy.validateResource({ ...one, ...config } as object as ResourceValidationArgs, report);
  return said;
}

describe("the policy pack", () => {
  it("has every rule once, and one that tells what was not evaluated", () => {
    const names = policies.map(({ name }) => name);
    expect(names).toEqual(["resource-inputs", ...RULES.map(({ id }) => id), "not-evaluated"]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("takes its levels from the environment", () => {
    const dev = policiesOf({ environment: "dev" }, TODAY);
    expect(named("log-retention").enforcementLevel).toBe("mandatory");
    expect(named("log-retention", dev).enforcementLevel).toBe("advisory");
    expect(named("no-open-admin-port", dev).enforcementLevel).toBe("mandatory");
  });

  it("takes levels and exceptions from the stack, and no rule that does not exist", async () => {
    const exception = { rule: "log-retention", resource: "logs", reason: "kept elsewhere", until: TODAY };
    const config = {
      environment: "prod",
      levels: { "log-retention": "advisory" },
      exceptions: [exception],
    } as const;
    const policy = named("log-retention", policiesOf(config, TODAY));
    expect(policy.enforcementLevel).toBe("advisory");
    const logs = (name: string) => resource("aws:cloudwatch/logGroup:LogGroup", name, {});
    expect(await violations(policy, logs("logs"))).toEqual([]);
    expect(await violations(policy, logs("other"))).toHaveLength(1);
    const later = named("log-retention", policiesOf(config, "2026-11-24"));
    expect(await violations(later, logs("logs"))).toHaveLength(1);
    expect(() => policiesOf({ environment: "prod", levels: { "log-retenton": "disabled" } }, TODAY)).toThrow(
      "towpath:policies.levels.log-retenton: there is no rule log-retenton; write log-retention",
    );
  });

  it("reports the fault and the fix on the resource", async () => {
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {});
    expect(await violations(named("log-retention"), logs)).toEqual([
      "urn:logs: logs are kept for ever; set retentionInDays",
    ]);
  });

  it("follows the engine's dependencies from a bucket to its settings", async () => {
    const bucket = resource("aws:s3/bucket:Bucket", "b", {});
    const versions = resource(
      "aws:s3/bucketVersioning:BucketVersioning",
      "v",
      { bucket: UNKNOWN_TEXT, versioningConfiguration: { status: "Enabled" } },
      [bucket],
    );
    expect(await violations(named("bucket-versioned"), bucket, versions)).toEqual([]);
    expect(await violations(named("bucket-versioned"), bucket)).toHaveLength(1);
  });

  it("decides on what resources were given, even where the engine has no outputs yet", async () => {
    const fresh = policiesOf({ environment: "prod" }, TODAY);
    const given = (props: Record<string, unknown>) => [
      resource("kubernetes:apps/v1:Deployment", "web", props),
      resource("kubernetes:networking.k8s.io/v1:NetworkPolicy", "deny", {
        ...props,
        ...(props.metadata ? { spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } } : {}),
      }),
    ];
    const inputs = given({ metadata: { namespace: "shop" } });
    expect(await violations(named("namespace-network-policy", fresh), ...given({}))).toHaveLength(1);
    expect(await violations(named("resource-inputs", fresh), ...inputs)).toEqual([]);
    expect(await violations(named("namespace-network-policy", fresh), ...given({}))).toEqual([]);
  });

  it("lets no unknown value pass in silence", async () => {
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {
      retentionInDays: UNKNOWN_TEXT,
    });
    expect(await violations(named("log-retention"), logs)).toEqual([]);
    expect(await violations(named("not-evaluated"), logs)).toEqual([
      "urn:logs: log-kept-a-year is not evaluated on logs",
      "urn:logs: log-retention is not evaluated on logs",
    ]);
  });

  it("holds the stack to its budget", async () => {
    const machine = resource("aws:ec2/instance:Instance", "m", { instanceType: "t4g.small" });
    expect(await violations(named("budget"), machine)).toEqual([
      expect.stringMatching(/^urn:m: the stack is expected to cost 12\.9 USD a month; the budget is 5;/),
    ]);
  });

  it("leaves out a resource with an exception in force", async () => {
    const logs = resource("aws:cloudwatch/logGroup:LogGroup", "logs", {});
    const policy = named("log-retention");
    const said: string[] = [];
    for (const until of ["2026-11-22", TODAY]) {
      const exceptions = [{ resource: "logs", reason: "kept by law", until }];
      const args = { ...logs, getConfig: () => ({ exceptions }) } as object as ResourceValidationArgs;
      if ("validateResource" in policy && typeof policy.validateResource === "function")
        await policy.validateResource(args, () => said.push(until));
    }
    expect(said).toEqual(["2026-11-22"]);
  });
});
