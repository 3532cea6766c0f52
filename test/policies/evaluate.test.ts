import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../components/lib/issues";
import type { PolicyConfig } from "../../policies/config";
import { evaluate } from "../../policies/evaluate";
import { defineRule } from "../../policies/rule";
import { subjectOf } from "../../policies/subject";
import { make } from "./good/make";

const TODAY = "2026-11-23";
const prod: PolicyConfig = { environment: "prod" };
const openGroup = make("aws:ec2/securityGroup:SecurityGroup", "group", {
  description: "x",
  ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"], description: "x" }],
});
const plainLogs = make("aws:cloudwatch/logGroup:LogGroup", "logs", { kmsKeyId: "k" });
const rulesIn = (config: PolicyConfig, ...resources: Parameters<typeof evaluate>[0]) =>
  evaluate(resources, config, TODAY).findings.map(({ rule, level }) => `${rule} ${level}`);

describe("levels", () => {
  it("are mandatory everywhere for what is never right", () => {
    for (const environment of ["dev", "staging", "prod"] as const)
      expect(rulesIn({ environment }, openGroup)).toEqual(["no-open-admin-port mandatory"]);
  });

  it("are advisory in dev for what may wait", () => {
    expect(rulesIn({ environment: "dev" }, plainLogs)).toEqual(["log-retention advisory"]);
    expect(rulesIn({ environment: "staging" }, plainLogs)).toEqual(["log-retention mandatory"]);
  });

  it("leave out in dev what costs money or stands in the way there", () => {
    const machine = make("aws:ec2/instance:Instance", "m", {});
    const monitored = (environment: PolicyConfig["environment"]) =>
      rulesIn({ environment }, machine).includes("detailed-monitoring advisory");
    expect([monitored("dev"), monitored("staging"), monitored("prod")]).toEqual([false, true, true]);
    expect(
      rulesIn({ environment: "dev", levels: { "detailed-monitoring": "mandatory" } }, machine),
    ).toContain("detailed-monitoring mandatory");
  });

  it("follow the configuration", () => {
    expect(rulesIn({ ...prod, levels: { "log-retention": "advisory" } }, plainLogs)).toEqual([
      "log-retention advisory",
    ]);
    expect(rulesIn({ ...prod, levels: { "log-retention": "disabled" } }, plainLogs)).toEqual([]);
  });
});

describe("a finding", () => {
  it("says what is wrong with which resource, how to fix it, and where the rule comes from", () => {
    expect(evaluate([openGroup], prod, TODAY).findings).toEqual([
      {
        rule: "no-open-admin-port",
        level: "mandatory",
        resource: "group",
        message: "everyone may reach port 22",
        fix: "remove the rule, or name the networks that may enter",
        sources: ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_277"],
      },
    ]);
  });

  it("comes before others when it is mandatory, whatever the order of the resources", () => {
    const noKey = make("aws:cloudwatch/logGroup:LogGroup", "a", { retentionInDays: 365 });
    const both = evaluate([noKey, openGroup], prod, TODAY);
    expect(both.findings.map(({ level }) => level)).toEqual(["mandatory", "advisory"]);
    expect(evaluate([openGroup, noKey], prod, TODAY)).toEqual(both);
  });
});

describe("exceptions", () => {
  const exception = { rule: "log-retention", resource: "logs", reason: "kept by law", until: TODAY };
  const run = (change: Partial<typeof exception>) =>
    evaluate([plainLogs], { ...prod, exceptions: [{ ...exception, ...change }] }, TODAY);

  it("answer a finding up to their last day, and are listed", () => {
    const { findings, excepted } = run({});
    expect(findings).toEqual([]);
    expect(excepted).toMatchObject([{ rule: "log-retention", reason: "kept by law", until: TODAY }]);
  });

  it("end after it", () => {
    expect(run({ until: "2026-11-22" }).findings).toHaveLength(1);
  });

  it("hold for one resource and one rule", () => {
    expect(run({ resource: "other" }).findings).toHaveLength(1);
    expect(run({ rule: "log-encrypted" }).findings).toHaveLength(1);
  });
});

describe("a bad configuration", () => {
  it("is refused with every problem at once, so that a typing error weakens nothing", () => {
    const config = {
      environment: "prod",
      levels: { "log-retentoin": "disabled" },
      exceptions: [{ rule: "budgett", resource: "x", reason: " ", until: "soon" }],
    } as const;
    const run = () => evaluate([], config, TODAY);
    expect(run).toThrow(InvalidInput);
    expect(run).toThrow(
      [
        "towpath:policies.levels.log-retentoin: there is no rule log-retentoin; write log-retention",
        "towpath:policies.exceptions[0].rule: there is no rule budgett; write budget",
        "towpath:policies.exceptions[0].reason: no reason is given; say why it is safe here",
        "towpath:policies.exceptions[0].until: soon is no date; write for example 2027-01-31",
      ].join("\n"),
    );
  });
});

describe("unknown values", () => {
  const group = (ingress: unknown) =>
    make("aws:ec2/securityGroup:SecurityGroup", "group", { description: "x", ingress });

  it.each([
    "[unknown]",
    [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["[unknown]"], description: "x" }],
  ])("%j is reported as not evaluated, not passed", ingress => {
    const { findings, notEvaluated } = evaluate([group(ingress)], prod, TODAY);
    expect(findings).toEqual([]);
    expect(notEvaluated).toContainEqual({ rule: "no-open-admin-port", resource: "group" });
  });

  it("do not hide a fault in what is known", () => {
    const known = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"], description: "x" };
    const { findings, notEvaluated } = evaluate(
      [group([{ ...known, cidrBlocks: "[unknown]" }, known])],
      prod,
      TODAY,
    );
    expect(findings.map(({ rule }) => rule)).toEqual(["no-open-admin-port"]);
    expect(notEvaluated.map(({ rule }) => rule)).toContain("no-open-admin-port");
  });

  it("do not matter to rules that need not know them", () => {
    const disk = make("aws:ebs/volume:Volume", "disk", { encrypted: true, size: "[unknown]" });
    expect(evaluate([disk], prod, TODAY)).toMatchObject({ findings: [], notEvaluated: [], evaluated: 2 });
  });

  it("include what the stack cost before, when nobody wrote it down", () => {
    const budget = { maxMonthlyUsd: 1000, maxIncreasePercent: 10 };
    const machine = make("aws:ec2/instance:Instance", "m", { instanceType: "t4g.small" });
    const open = (previous: object) =>
      evaluate([machine], { ...prod, budget: { ...budget, ...previous } }, TODAY).notEvaluated;
    expect(open({})).toContainEqual({ rule: "budget-increase", resource: "m" });
    expect(open({ previousMonthlyUsd: 1 })).not.toContainEqual({ rule: "budget-increase", resource: "m" });
  });

  it("include user data that is hidden as a secret", () => {
    const machine = make("aws:ec2/instance:Instance", "m", { userData: "[secret]" });
    expect(evaluate([machine], prod, TODAY).notEvaluated).toContainEqual({
      rule: "no-secret-in-user-data",
      resource: "m",
    });
  });
});

describe("a rule that fails", () => {
  const broken = defineRule({
    id: "broken",
    severity: "advisory",
    sources: [],
    title: "Broken",
    why: "x",
    fix: "x",
    facts: subject => [subject],
    fault: () => {
      throw new Error("no such thing");
    },
  });

  it("is a mandatory finding that names it, whatever its level", () => {
    expect(evaluate([plainLogs], { environment: "dev" }, TODAY, [broken]).findings).toMatchObject([
      {
        rule: "broken",
        level: "mandatory",
        resource: "logs",
        message: expect.stringContaining("no such thing"),
      },
    ]);
  });

  it("happens on a policy document that is no JSON", () => {
    const role = make("aws:iam/rolePolicy:RolePolicy", "role", { policy: "{" });
    expect(rulesIn({ environment: "dev" }, role)).toContain("iam-scoped-resource mandatory");
  });
});

describe("what the Compose file allows by name", () => {
  const app = (label: string) =>
    make("towpath:workloads:DockerApp", "app", {
      compose: {
        services: { vpn: { privileged: true, network_mode: "host", labels: { "towpath.allow": label } } },
      },
    });
  const run = (label: string) =>
    evaluate([app(label)], prod, TODAY)
      .findings.map(({ rule }) => rule)
      .filter(rule => ["container-not-privileged", "no-host-namespaces"].includes(rule));

  it("is no finding, and allows nothing else", () => {
    expect(run("privileged,host-network")).toEqual([]);
    expect(run("privileged")).toEqual(["no-host-namespaces"]);
    expect(run("")).toHaveLength(2);
  });

  it("is read from a pod's annotation too", () => {
    const pod = (annotations: object) =>
      make("kubernetes:core/v1:Pod", "pod", { metadata: { annotations }, spec: { hostNetwork: true } });
    const rules = (annotations: object) => rulesIn(prod, pod(annotations)).join();
    expect(rules({})).toContain("no-host-namespaces");
    expect(rules({ "towpath.allow": "host-network" })).not.toContain("no-host-namespaces");
  });
});

describe("subjectOf", () => {
  it("takes what a program registered", () => {
    const registered = { type: "t", name: "n", urn: "u", inputs: { a: 1 }, dependencies: ["d"], parent: "p" };
    expect(subjectOf(registered)).toEqual({
      type: "t",
      name: "n",
      urn: "u",
      props: { a: 1 },
      dependencies: ["d"],
      options: { protect: false, parent: "p" },
    });
  });
});
